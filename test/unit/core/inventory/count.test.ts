import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  adjustmentsOf,
  type CountCommand,
  type CountEvent,
  type CountRejection,
  countDecider,
  countKey,
  type StockCount,
  variance,
} from '../../../../core/inventory/index.ts';
import { replay } from '../../../../core/shared/decider.ts';
import type { Instant, LocationId, ProductId } from '../../../../core/shared/ids.ts';

const at = '2026-01-01T00:00:00.000Z' as Instant;
const key = (product: string) => ({ product: product as ProductId, bin: null, lot: null });
const line = (product: string, quantity: number, book: number) => ({ ...key(product), quantity, book, at, by: 'jane' });
const open = (kind: 'full' | 'cycle'): CountCommand => ({
  type: 'OpenCount',
  at,
  kind,
  location: 'main' as LocationId,
  lines: [
    { ...key('mug'), snapshot: 10 },
    { ...key('tea'), snapshot: 5 },
  ],
});

function given(...commands: readonly CountCommand[]) {
  const events: CountEvent[] = [];
  let state: StockCount = countDecider.initialState;
  let rejection: CountRejection | undefined;
  for (const command of commands) {
    const decided = countDecider.decide(command, state);
    rejection = decided.ok ? undefined : decided.error;
    if (!decided.ok) continue;
    events.push(...decided.value);
    state = decided.value.reduce(countDecider.evolve, state);
  }
  expect(replay(countDecider, events)).toEqual(state);
  return { state, rejection };
}
const record = (...lines: ReturnType<typeof line>[]): CountCommand => ({ type: 'RecordCount', at, lines });
const approve: CountCommand = { type: 'ApproveCount', at };

test('a variance is the difference from the books when it was counted, not from the snapshot', () => {
  const { state } = given(open('full'), record(line('mug', 6, 7), line('tea', 5, 5)), approve);
  if (state.status !== 'approved') throw new Error('the count is approved');
  expect([...state.lines.values()].map(variance)).toEqual([-1, 0]);
  expect(adjustmentsOf(state)).toEqual([{ ...key('mug'), difference: -1 }]);
});

test('a full count is approved only when all of it was counted; a cycle count by what was', () => {
  expect(given(open('full'), record(line('mug', 9, 10)), approve).rejection).toEqual({ code: 'not-counted', lines: 1 });
  expect(given(open('cycle'), record(line('mug', 9, 10)), approve).state.status).toBe('approved');
  expect(given(open('cycle'), approve).rejection).toEqual({ code: 'not-counted', lines: 2 });
});

test('a line counted again is corrected, and goods nobody knew of get a line of their own', () => {
  const { state } = given(open('full'), record(line('mug', 9, 10)), record(line('mug', 10, 10), line('jar', 2, 0)));
  if (state.status !== 'open') throw new Error('the count is open');
  expect(state.lines.get(countKey(key('mug')))?.counted?.quantity).toBe(10);
  expect(state.lines.get(countKey(key('jar')))).toMatchObject({ snapshot: 0, counted: { quantity: 2 } });
});

test('a count that has ended takes nothing more', () => {
  const counted = record(line('mug', 9, 10), line('tea', 5, 5));
  for (const end of [approve, { type: 'CancelCount', at } as const]) {
    for (const late of [counted, approve, { type: 'CancelCount', at } as const])
      expect(given(open('full'), counted, end, late).rejection?.code).toBe('not-open');
  }
});

test('applying variances brings the stock to what was found, whatever moved before and after the counting', () => {
  const cases = fc.record({
    start: fc.nat(50),
    before: fc.integer({ min: -10, max: 10 }),
    found: fc.nat(60),
    after: fc.integer({ min: -10, max: 10 }),
  });
  fc.assert(
    fc.property(cases, ({ start, before, found, after }) => {
      const book = start + before;
      const { state } = given(open('cycle'), record({ ...line('mug', found, book) }), approve);
      if (state.status !== 'approved') throw new Error('the count is approved');
      const difference = adjustmentsOf(state).reduce((sum, one) => sum + one.difference, 0);
      expect(book + after + difference).toBe(found + after);
    }),
  );
});
