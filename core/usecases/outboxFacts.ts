import type { OutboxFact } from '../ports/index.ts';

/** What a batch has to tell. Several changes of one product's stock are one thing to tell. */
export class OutboxFacts {
  readonly #facts: OutboxFact[] = [];
  readonly #stockAt = new Map<string, number>();

  get all(): readonly OutboxFact[] {
    return this.#facts;
  }

  push(fact: OutboxFact): void {
    const at = fact.topic === 'stock.changed' ? this.#stockAt.get(fact.entity) : undefined;
    const earlier = at === undefined ? undefined : this.#facts[at];
    if (at !== undefined && earlier) {
      this.#facts[at] = merged(earlier, fact);
      return;
    }
    if (fact.topic === 'stock.changed') this.#stockAt.set(fact.entity, this.#facts.length);
    this.#facts.push(fact);
  }
}

/** Who already knows is kept only when both facts agree on it. */
function merged(a: OutboxFact, b: OutboxFact): OutboxFact {
  return { ...a, origin: a.origin === b.origin ? a.origin : null, body: { rose: isRise(a) || isRise(b) } };
}

const isRise = (fact: OutboxFact): boolean => fact.body?.['rose'] === true;
