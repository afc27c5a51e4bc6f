import type { StockEntryKind } from './movements.ts';

/** How the stock that a company owns of one product changed: units that came (positive) or went, wherever they lie. */
export type OwnedChange = {
  readonly units: number;
  /** What a unit that came cost, in minor units of the currency of the books; null when nobody said. */
  readonly unitCostMinor: number | null;
};

/** Movements within what is owned: they come in pairs, or change no more than the state of units. */
export const MOVES_NO_VALUE: readonly StockEntryKind[] = ['transfer-out', 'transit', 'bin-out', 'bin-in'];

export type ValuationMethod = 'fifo' | 'average';

/**
 * What is owned and what it cost. Always, to the minor unit: received = issued + revalued + value. `owed` are units that
 * went before they came: they went at the cost known then, and what they turn out to have cost more or less is `revalued`.
 */
export type Valuation = {
  readonly units: number;
  readonly valueMinor: bigint;
  readonly receivedMinor: bigint;
  readonly issuedUnits: number;
  readonly issuedMinor: bigint;
  readonly revaluedMinor: bigint;
  /** Units that came without a cost, and were taken in at the one known last, or at nothing. */
  readonly uncostedUnits: number;
};

/** Keeps the value of one product, change by change in the order of the ledger. */
export type Valuer = { apply(change: OwnedChange): void; readonly valuation: Valuation };

/** A valuer by either method. */
export const valuerOf = (method: ValuationMethod): Valuer => (method === 'fifo' ? new Fifo() : new MovingAverage());

abstract class Books implements Valuer {
  protected units = 0;
  protected lastCost = 0;
  protected revaluedMinor = 0n;
  #receivedMinor = 0n;
  #issuedUnits = 0;
  #issuedMinor = 0n;
  #uncostedUnits = 0;

  apply({ units, unitCostMinor }: OwnedChange): void {
    if (units > 0) this.#receive(units, unitCostMinor);
    if (units < 0) this.#issue(-units);
    this.units += units;
  }

  get valuation(): Valuation {
    return {
      units: this.units,
      valueMinor: this.value(),
      receivedMinor: this.#receivedMinor,
      issuedUnits: this.#issuedUnits,
      issuedMinor: this.#issuedMinor,
      revaluedMinor: this.revaluedMinor,
      uncostedUnits: this.#uncostedUnits,
    };
  }

  protected abstract value(): bigint;
  protected abstract take(units: number, cost: number): void;
  /** Answers what the units cost that go. */
  protected abstract give(units: number): bigint;

  #receive(units: number, unitCostMinor: number | null): void {
    if (unitCostMinor === null) this.#uncostedUnits += units;
    const cost = unitCostMinor ?? this.lastCost;
    this.#receivedMinor += BigInt(units) * BigInt(cost);
    this.take(units, cost);
    this.lastCost = cost;
  }

  #issue(units: number): void {
    this.#issuedUnits += units;
    this.#issuedMinor += this.give(units);
  }
}

type Layer = { units: number; readonly cost: number };

/**
 * First in, first out (IAS 2, paragraph 27): units that go cost what the oldest ones there cost. Layers hold whole units at
 * whole minor units, so nothing is ever rounded.
 */
class Fifo extends Books {
  readonly #layers: Layer[] = [];
  readonly #owed: Layer[] = [];

  protected value(): bigint {
    const sum = (layers: readonly Layer[]): bigint =>
      layers.reduce((total, { units, cost }) => total + BigInt(units) * BigInt(cost), 0n);
    return sum(this.#layers) - sum(this.#owed);
  }

  protected take(units: number, cost: number): void {
    let left = units;
    consume(this.#owed, left, (part, owedAt) => {
      this.revaluedMinor += BigInt(part) * BigInt(cost - owedAt);
      left -= part;
    });
    if (left > 0) this.#layers.push({ units: left, cost });
  }

  protected give(units: number): bigint {
    let left = units;
    let cost = 0n;
    consume(this.#layers, left, (part, at) => {
      cost += BigInt(part) * BigInt(at);
      left -= part;
    });
    if (left === 0) return cost;
    this.#owed.push({ units: left, cost: this.lastCost });
    return cost + BigInt(left) * BigInt(this.lastCost);
  }
}

/** Takes units off the oldest layers, as far as there are any. */
function consume(layers: Layer[], units: number, use: (part: number, cost: number) => void): void {
  let left = units;
  let done = 0;
  for (const layer of layers) {
    if (left === 0) break;
    const part = Math.min(left, layer.units);
    use(part, layer.cost);
    layer.units -= part;
    left -= part;
    if (layer.units === 0) done += 1;
  }
  layers.splice(0, done);
}

/**
 * Moving average (IAS 2, paragraph 27): each receipt makes a new average of what is there. The average is never stored: the
 * books keep value and units, and units that go cost their share of the value, rounded half up to a minor unit. What was
 * rounded off stays in the value, and the last unit takes all that is left, so no minor unit is lost or made.
 */
class MovingAverage extends Books {
  #value = 0n;

  protected value(): bigint {
    return this.#value;
  }

  protected take(units: number, cost: number): void {
    const covering = Math.min(units, Math.max(0, -this.units));
    if (covering > 0) {
      const owedAt = -share(this.#value, covering, -this.units);
      this.#value += owedAt;
      this.revaluedMinor += BigInt(covering) * BigInt(cost) - owedAt;
    }
    this.#value += BigInt(units - covering) * BigInt(cost);
  }

  protected give(units: number): bigint {
    const here = Math.min(units, Math.max(0, this.units));
    let cost = here > 0 ? share(this.#value, here, this.units) : 0n;
    if (here > 0 && here < this.units) this.lastCost = Number(share(this.#value, 1, this.units));
    cost += BigInt(units - here) * BigInt(this.lastCost);
    this.#value -= cost;
    return cost;
  }
}

/** value × part / whole, halves away from zero. */
function share(value: bigint, part: number, whole: number): bigint {
  const size = value < 0n ? -value : value;
  const rounded = (size * BigInt(part) * 2n + BigInt(whole)) / (BigInt(whole) * 2n);
  return value < 0n ? -rounded : rounded;
}
