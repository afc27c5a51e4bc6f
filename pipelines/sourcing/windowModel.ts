import type { SourcingWindow, WindowOrder } from '../../core/sourcing/index.ts';

/**
 * A window as a mixed-integer model in the LP format of CPLEX: `x` units of a good from a location, `y` 1 where an order
 * uses it, `z` its locations after the first, `s` units that are short. Written from the meaning of a window alone, and
 * not from how the hub solves it.
 */
export function windowModel(window: SourcingWindow): string {
  const model: Model = { objective: [], rows: [], integers: [], binaries: [], shared: new Map(), limits: new Map() };
  window.orders.forEach((order, o) => {
    addOrder(model, window, order, o);
  });
  const shared = [...model.shared].map(([cell, terms]) => `${terms.join(' + ')} <= ${window.stock[cell]}`);
  const limits = [...model.limits].flatMap(([key, terms]) => {
    const [kind, l] = key.split(' ');
    const limit = (kind === 'orders' ? window.orderRoom : window.unitRoom)[Number(l)] as number;
    return Number.isFinite(limit) ? [`${terms.join(' + ')} <= ${Math.max(0, limit)}`] : [];
  });
  const rows = [...model.rows, ...shared, ...limits].map((row, i) => ` r${i}: ${row}`);
  return [
    'Minimize',
    ` cost: ${model.objective.join(' ')}`,
    'Subject To',
    ...rows,
    'General',
    ` ${model.integers.join(' ')}`,
    'Binary',
    ` ${model.binaries.join(' ')}`,
    'End',
  ].join('\n');
}

type Model = {
  readonly objective: string[];
  readonly rows: string[];
  readonly integers: string[];
  readonly binaries: string[];
  /** Terms by cell of the window's stock. */
  readonly shared: Map<number, string[]>;
  /** Terms by `orders l` and `units l`. */
  readonly limits: Map<string, string[]>;
};

function addOrder(model: Model, { locations: L }: SourcingWindow, { problem, products }: WindowOrder, o: number): void {
  const { demand, stock, unitCost, openCost, maxLocations, splitCost, shortCost } = problem;
  const used = new Set<number>();
  for (let g = 0; g < demand.length; g++) {
    const short = `s_${o}_${g}`;
    const terms = [short];
    model.integers.push(short);
    model.objective.push(term(shortCost, short));
    for (let l = 0; l < L; l++) {
      const i = g * L + l;
      if ((stock[i] as number) <= 0 || openCost[l] === Number.POSITIVE_INFINITY) continue;
      const units = `x_${o}_${g}_${l}`;
      terms.push(units);
      model.integers.push(units);
      model.objective.push(term(unitCost[i] as number, units));
      model.rows.push(`${units} - ${demand[g]} y_${o}_${l} <= 0`);
      push(model.shared, (products[g] as number) * L + l, units);
      push(model.limits, `units ${l}`, units);
      used.add(l);
    }
    model.rows.push(`${terms.join(' + ')} = ${demand[g]}`);
  }
  const opens = [...used].map((l) => `y_${o}_${l}`);
  for (const l of used) {
    model.binaries.push(`y_${o}_${l}`);
    model.objective.push(term(openCost[l] as number, `y_${o}_${l}`));
    push(model.limits, `orders ${l}`, `y_${o}_${l}`);
  }
  if (opens.length === 0) return;
  model.objective.push(term(splitCost, `z_${o}`));
  model.rows.push(`${opens.join(' + ')} - z_${o} <= 1`);
  if (Number.isFinite(maxLocations)) model.rows.push(`${opens.join(' + ')} <= ${maxLocations}`);
}

const term = (cost: number, name: string): string => `${cost < 0 ? '-' : '+'} ${Math.abs(cost)} ${name}`;

function push<Key>(map: Map<Key, string[]>, key: Key, value: string): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
