/** Sides driven one after the other, and the sides that may then not follow (`no`), or of which one must follow (`only`). */
export interface TurnRule {
  readonly kind: 'no' | 'only';
  readonly before: readonly number[];
  readonly last: readonly number[];
}

/** The roads as turns see them: the sides that leave each junction, and where each side ends. */
export interface Sides {
  readonly leaving: readonly (readonly number[])[];
  readonly headOf: (side: number) => number;
}

/** Vertices and arcs in which every path keeps the rules; the first vertices are the junctions, reached in no way that matters. */
export interface TurnGraph {
  readonly junctionOf: readonly number[];
  /** By vertex, the sides that may be driven from it and the vertices at which they end. */
  readonly arcs: readonly (readonly { readonly side: number; readonly head: number }[])[];
}

/** A rule of which the first sides have just been driven. */
interface Begun {
  readonly rule: TurnRule;
  readonly done: number;
}

/** A rule for each side after which the vehicle may not turn round: everywhere but where nothing else leads on. */
export function uTurnRules({ leaving, headOf }: Sides): TurnRule[] {
  return leaving.flatMap((sides) =>
    sides.flatMap((side): TurnRule[] => {
      const onward = leaving[headOf(side)] ?? [];
      const canTurn = onward.includes(side ^ 1) && onward.some((next) => next !== (side ^ 1));
      return canTurn ? [{ kind: 'no', before: [side], last: [side ^ 1] }] : [];
    }),
  );
}

/**
 * Makes a graph of junctions into one in which turns are kept: the product of the graph with the automaton of all rules (as
 * Villeneuve, Desaulniers 2005 do for forbidden paths), so that every algorithm on vertices and arcs stays exact. A junction gets
 * another vertex for each set of rules that can be under way there, and only those that can be reached.
 */
export function expandTurns(sides: Sides, rules: readonly TurnRule[]): TurnGraph {
  const starting = Map.groupBy(rules, ({ before }) => before[0]);
  const numbers = new Map(rules.map((rule, k) => [rule, k]));
  const states = new VertexBook(sides.leaving.length, numbers);
  const arcs: { side: number; head: number }[][] = [];
  for (let vertex = 0; vertex < states.junctionOf.length; vertex++) {
    const begun = states.begunAt(vertex);
    const leaving = sides.leaving[states.junctionOf[vertex] as number] ?? [];
    const open = leaving.filter((side) => !begun.some((entry) => isForbidden(entry, side)));
    arcs.push(
      open.map((side) => ({
        side,
        head: states.vertexOf(sides.headOf(side), [...goOn(begun, side), ...begin(starting.get(side))]),
      })),
    );
  }
  return { junctionOf: states.junctionOf, arcs };
}

const goOn = (begun: readonly Begun[], side: number): Begun[] =>
  begun.filter(({ rule, done }) => rule.before[done] === side).map(({ rule, done }) => ({ rule, done: done + 1 }));

const begin = (rules: readonly TurnRule[] = []): Begun[] => rules.map((rule) => ({ rule, done: 1 }));

function isForbidden({ rule, done }: Begun, side: number): boolean {
  if (done < rule.before.length) return false;
  return rule.last.includes(side) === (rule.kind === 'no');
}

/** Numbers the vertices as they are met. */
class VertexBook {
  readonly junctionOf: number[];
  readonly #begun: (readonly Begun[])[] = [];
  readonly #known = new Map<string, number>();
  readonly #numbers: ReadonlyMap<TurnRule, number>;

  constructor(junctions: number, numbers: ReadonlyMap<TurnRule, number>) {
    this.junctionOf = Array.from({ length: junctions }, (_, junction) => junction);
    this.#numbers = numbers;
  }

  begunAt(vertex: number): readonly Begun[] {
    return this.#begun[vertex] ?? [];
  }

  vertexOf(junction: number, begun: readonly Begun[]): number {
    if (begun.length === 0) return junction;
    const parts = begun.map(({ rule, done }) => `${this.#numbers.get(rule)}:${done}`).sort();
    const key = `${junction} ${parts.join(' ')}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const vertex = this.junctionOf.length;
    this.junctionOf.push(junction);
    this.#begun[vertex] = begun;
    this.#known.set(key, vertex);
    return vertex;
  }
}
