import type { SalesTable } from '../../core/planning/salesTable.ts';

/** Collects lines into columns that grow by doubling. */
export class SalesBuilder {
  readonly #skus = new Names();
  readonly #customers = new Names();
  readonly #orders = new Names();
  #length = 0;
  #sku = new Uint32Array(1 << 14);
  #day = new Int32Array(1 << 14);
  #units = new Float64Array(1 << 14);
  #amount = new Float64Array(1 << 14);
  #customer = new Uint32Array(1 << 14);
  #order = new Uint32Array(1 << 14);

  add(sku: string, day: number, units: number, amount: number, customer: string, order: string): void {
    if (this.#length === this.#sku.length) this.#grow();
    const i = this.#length++;
    this.#sku[i] = this.#skus.indexOf(sku);
    this.#day[i] = day;
    this.#units[i] = units;
    this.#amount[i] = amount;
    this.#customer[i] = customer === '' ? 0 : this.#customers.indexOf(customer) + 1;
    this.#order[i] = this.#orders.indexOf(order);
  }

  finish(): SalesTable {
    const n = this.#length;
    return {
      skus: this.#skus.all,
      sku: this.#sku.subarray(0, n),
      day: this.#day.subarray(0, n),
      units: this.#units.subarray(0, n),
      amount: this.#amount.subarray(0, n),
      customer: this.#customer.subarray(0, n),
      order: this.#order.subarray(0, n),
    };
  }

  #grow(): void {
    const size = this.#length * 2;
    const wider = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.#sku = wider(new Uint32Array(size), this.#sku);
    this.#day = wider(new Int32Array(size), this.#day);
    this.#units = wider(new Float64Array(size), this.#units);
    this.#amount = wider(new Float64Array(size), this.#amount);
    this.#customer = wider(new Uint32Array(size), this.#customer);
    this.#order = wider(new Uint32Array(size), this.#order);
  }
}

/** Numbers names in the order they first come. */
class Names {
  readonly all: string[] = [];
  readonly #index = new Map<string, number>();

  indexOf(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    // A name cut out of a large text keeps that text alive; copying it lets the file's text go.
    const own = Buffer.from(name, 'utf8').toString('utf8');
    this.#index.set(own, this.all.length);
    this.all.push(own);
    return this.all.length - 1;
  }
}

/**
 * Knows lines it has seen by a 64-bit hash (two of 32 bits), eight bytes each instead of the text: among a million
 * different lines the chance that any two are taken for one is 3 in 10⁸.
 */
export class LineHash {
  readonly #seen = new Map<number, number[] | number>();

  isRepeated(row: readonly string[]): boolean {
    let first = 0x811c9dc5;
    let second = 0x9747b28c;
    for (const field of row) {
      for (let i = 0; i < field.length; i++) {
        const code = field.charCodeAt(i);
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul(second ^ code, 0x5bd1e995) ^ (second >>> 13);
      }
      first = Math.imul(first ^ 0x1f, 0x01000193);
      second = Math.imul(second ^ 0x1f, 0x5bd1e995);
    }
    const known = this.#seen.get(first);
    if (known === undefined) this.#seen.set(first, second);
    else if (typeof known === 'number') {
      if (known === second) return true;
      this.#seen.set(first, [known, second]);
    } else if (known.includes(second)) return true;
    else known.push(second);
    return false;
  }
}
