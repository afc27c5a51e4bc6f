import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Shelf, type StockEntryKind } from '../../core/inventory/index.ts';
import type { Instant, LocationId, ProductId } from '../../core/shared/ids.ts';
import { changeState, receiveStock } from '../../core/usecases/changeStock.ts';
import { adjustStock, type Environment, releaseReservation, reserveStock } from '../../core/usecases/operateStock.ts';
import { openTransfer, sendTransfer } from '../../core/usecases/operateTransfer.ts';
import { openDatabase } from '../../store/database.ts';
import { uuidSource } from '../../store/ids.ts';
import { stockAudit } from '../../store/queries/stockAudit.ts';
import { unitOfWork } from '../../store/unitOfWork.ts';
import { ownDatabase } from '../support/database.ts';

/** A command with what it does on a model of one balance: the movements that it makes, all or none. */
type Step = {
  readonly name: string;
  readonly model: readonly (readonly [StockEntryKind, number])[];
  readonly units: number;
};
const step = (name: string, model: Step['model']) => (units: number) => ({ name, model, units });
const STEPS = {
  receive: step('receive', [['receive', 1]]),
  reserve: step('reserve', [['reserve', 1]]),
  release: step('release', [['release', 1]]),
  damage: step('damage', [['damage', 1]]),
  scrap: step('scrap', [['scrap', 1]]),
  lose: step('lose', [['adjust', -1]]),
  send: step('send', [['transfer-out', 1]]),
};

const database = ownDatabase();
let pool: ReturnType<typeof openDatabase>;
let environment: Environment;
const place = uuidSource.next();

beforeAll(async () => {
  pool = openDatabase({ url: database.url(), max: 12, onError: () => undefined });
  environment = { unitOfWork: unitOfWork(pool), ids: uuidSource, now: () => new Date().toISOString() as Instant };
  await pool.query(`insert into location (id, code, name) values ($1, 'main', 'Main')`, [place]);
  await pool.query(`insert into location (id, code, name, priority) values ($1, 'away', 'Away', 200)`, [
    uuidSource.next(),
  ]);
});
afterAll(() => pool.end());

test('any interleaving of concurrent commands gives what some order of them one after another gives', async () => {
  const reached = new Map<string, number>();
  const steps = fc.array(
    fc
      .tuple(fc.constantFrom(...Object.values(STEPS)), fc.integer({ min: 1, max: 4 }))
      .map(([make, units]) => make(units)),
    { minLength: 4, maxLength: 7 },
  );
  let round = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (chosen) => {
      const sku = `SKU-${round++}`;
      const product = uuidSource.next();
      await pool.query('insert into product (id, sku, title) values ($1, $2, $2)', [product, sku]);
      const runs = await prepare(sku, chosen);
      const outcomes = await Promise.all(runs.map((run) => run()));
      for (const [i, done] of outcomes.entries()) {
        const what = `${chosen[i]?.name} ${done ? 'done' : 'refused'}`;
        reached.set(what, (reached.get(what) ?? 0) + 1);
      }
      const { rows } = await pool.query<Final>(
        'select on_hand, reserved, damaged from stock_balance where product_id = $1 and location_id = $2',
        [product, place],
      );
      expect(hasOrder(chosen, outcomes, rows[0])).toBe(true);
    }),
    { numRuns: 40, seed: 11 },
  );
  const certain = [
    'receive done',
    'release done',
    'reserve done',
    'damage done',
    'scrap done',
    'lose done',
    'send done',
  ];
  for (const what of [...certain, 'reserve refused', 'damage refused', 'scrap refused', 'lose refused', 'send refused'])
    expect([what, (reached.get(what) ?? 0) > 2]).toEqual([what, true]);
  const differences: unknown[] = [];
  await stockAudit(pool, (difference) => void differences.push(difference));
  expect(differences).toEqual([]);
});

type Final = { readonly on_hand: number; readonly reserved: number; readonly damaged: number };
const START = 5;

/** Five units on the shelf of which two are reserved, and the commands, ready to go all at once. */
async function prepare(sku: string, steps: readonly Step[]): Promise<readonly (() => Promise<boolean>)[]> {
  const key = { sku, location: 'main', actor: 'test' };
  await receiveStock({ ...key, quantity: START, reference: 'start' }, environment);
  const held: string[] = [];
  const runs: (() => Promise<boolean>)[] = [];
  for (const { name, units } of steps) {
    if (name === 'release') {
      await receiveStock({ ...key, quantity: units, reference: 'held' }, environment);
      const made = await reserveStock({ sku, quantity: units, holder: 'test', seconds: 60 }, environment);
      if (!made.ok) throw new Error('the units to release were not reserved');
      held.push(made.value[0]?.id ?? '');
    }
    const id = held.at(-1) ?? '';
    runs.push(await runOf(name, units, key, id));
  }
  return runs;
}

type Key = { readonly sku: string; readonly location: string; readonly actor: string };

async function runOf(name: string, units: number, key: Key, held: string): Promise<() => Promise<boolean>> {
  const done = async (result: Promise<{ readonly ok: boolean }>): Promise<boolean> => (await result).ok;
  switch (name) {
    case 'receive':
      return () => done(receiveStock({ ...key, quantity: units, reference: 'more' }, environment));
    case 'reserve':
      return () => done(reserveStock({ sku: key.sku, quantity: units, holder: 'test', seconds: 60 }, environment));
    case 'release':
      return () => done(releaseReservation(held, environment));
    case 'damage':
    case 'scrap':
      return () => done(changeState({ ...key, change: name, quantity: units, reason: 'test' }, environment));
    case 'lose':
      return () => done(adjustStock({ ...key, difference: -units, reason: 'test' }, environment));
    default: {
      const lines = [{ sku: key.sku, quantity: units }];
      const opened = await openTransfer({ from: 'main', to: 'away', lines, actor: 'test' }, environment);
      if (!opened.ok) throw new Error('a transfer was not opened');
      return () => done(sendTransfer({ id: opened.value.id, actor: 'test' }, environment));
    }
  }
}

/** Looks for an order of the commands in which each ends as it did and the balance ends as it is: depth first, on the model. */
function hasOrder(steps: readonly Step[], outcomes: readonly boolean[], final: Final | undefined): boolean {
  const released = steps.filter(({ name }) => name === 'release').reduce((sum, { units }) => sum + units, 0);
  const key = { product: 'p' as ProductId, location: 'l' as LocationId };
  const start = {
    onHand: START + released,
    reserved: released,
    allocated: 0,
    picked: 0,
    damaged: 0,
    quality: 0,
    inTransit: 0,
  };
  const search = (left: readonly number[], balance: typeof start): boolean => {
    if (left.length === 0)
      return (
        balance.onHand === final?.on_hand && balance.reserved === final.reserved && balance.damaged === final.damaged
      );
    return left.some((i) => {
      const { model = [], units = 0, name = '' } = steps[i] ?? {};
      const shelf = new Shelf([{ ...key, ...balance }]);
      const isEnough = name !== 'lose' || balance.onHand >= units;
      const isDone = isEnough && model.every(([kind, sign]) => shelf.move(kind, key, sign * units, 'model').ok);
      const after = isDone ? shelf.balance(key) : balance;
      return (
        isDone === outcomes[i] &&
        search(
          left.filter((other) => other !== i),
          { ...after },
        )
      );
    });
  };
  return search([...steps.keys()], start);
}
