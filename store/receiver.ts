import type pg from 'pg';
import type { Arrival, Received } from '../core/ports/index.ts';
import { receive } from './sql/receiveInbox.ts';

type Waiting = { readonly arrival: Arrival; resolve(received: Received): void; reject(reason: unknown): void };

export type ReceiverOptions = { readonly writers: number; readonly batch: number };

/**
 * Stores arrivals from concurrent requests together: whatever has gathered is written as soon as a connection is free,
 * with no timer, so a lone request waits for nothing and a crowd shares its commits. The promise settles after the commit.
 */
export class Receiver {
  readonly #pool: pg.Pool;
  readonly #options: ReceiverOptions;
  #queue: Waiting[] = [];
  #writing = 0;

  constructor(pool: pg.Pool, options: ReceiverOptions = { writers: 2, batch: 500 }) {
    this.#pool = pool;
    this.#options = options;
  }

  /** How many arrivals wait for a writer: the measure for refusing more. */
  get backlog(): number {
    return this.#queue.length;
  }

  receive(arrival: Arrival): Promise<Received> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ arrival, resolve, reject });
      if (this.#writing < this.#options.writers) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#writing += 1;
    // Lets the requests of this turn of the event loop gather before the first of them is sent alone.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, this.#options.batch);
      try {
        const received = await receive(
          this.#pool,
          batch.map((waiting) => waiting.arrival),
        );
        for (const [i, waiting] of batch.entries()) waiting.resolve(received[i] as Received);
      } catch (error) {
        await this.#oneByOne(batch, error);
      }
    }
    this.#writing -= 1;
  }

  /** One arrival that PostgreSQL refuses must not take its batch along. */
  async #oneByOne(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) {
      batch[0]?.reject(error);
      return;
    }
    for (const waiting of batch) {
      try {
        const [received] = await receive(this.#pool, [waiting.arrival]);
        waiting.resolve(received as Received);
      } catch (reason) {
        waiting.reject(reason);
      }
    }
  }
}
