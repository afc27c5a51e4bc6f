import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ENTRY_KINDS,
  type EntryKind,
  type EntryStatus,
  type PaymentCommand,
  type PaymentEntry,
  type PaymentEvent,
  type PaymentLedger,
  type PaymentNotice,
  paymentDecider,
  paymentsOf,
  sumsOf,
  sumsOfAll,
} from '../../../../core/payment/index.ts';
import { replay } from '../../../../core/shared/decider.ts';
import type { Instant } from '../../../../core/shared/ids.ts';

const instant = (day: number): Instant => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z` as Instant;
const at = instant(1);
let next = 0;
const newId = (): string => `e${String(next++).padStart(6, '0')}`;

type Seen = Map<string, number>;
const see = (seen: Seen, what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

function run(commands: readonly PaymentCommand[], seen: Seen): { ledger: PaymentLedger; events: PaymentEvent[] } {
  let ledger = paymentDecider.initialState;
  const events: PaymentEvent[] = [];
  for (const command of commands) {
    const decided = paymentDecider.decide(command, ledger);
    if (!decided.ok) {
      see(seen, decided.error.code);
      continue;
    }
    for (const event of decided.value) {
      events.push(event);
      if (event.type === 'EntryAdded') see(seen, `${event.entry.kind} ${event.entry.status}`);
      else see(seen, event.type);
      ledger = paymentDecider.evolve(ledger, event);
    }
    if (decided.value.length === 0) see(seen, `nothing new: ${command.type}`);
  }
  return { ledger, events };
}

/** What of the sums of a payment does not hold. */
function wrongSums(entries: readonly PaymentEntry[], seen: Seen): readonly string[] {
  const sums = sumsOf(entries);
  for (const [key, amount] of Object.entries(sums)) if (amount > 0) see(seen, key);
  const isCapture = ({ kind, status }: PaymentEntry): boolean => kind === 'capture' && status === 'succeeded';
  const captures = entries.reduce((all, each) => all + (isCapture(each) ? each.amountMinor : 0), 0);
  const { authorizedMinor, unauthorizedMinor, openMinor, voidedMinor, expiredMinor } = sums;
  const claims = {
    'no sum is negative': Object.values(sums).every((amount) => amount >= 0),
    'what was authorized is somewhere':
      authorizedMinor + unauthorizedMinor === openMinor + captures + voidedMinor + expiredMinor,
    'what was captured is somewhere':
      sums.capturedMinor === sums.keptMinor + sums.refundedMinor + sums.chargedBackMinor,
    'refunds are never above captures': sums.refundedMinor <= sums.capturedMinor,
  };
  return Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [claim]));
}

const minor = fc.integer({ min: 1, max: 6 }).map((n) => n * 100);
const settled = fc.constantFrom<EntryStatus>('succeeded', 'succeeded', 'succeeded', 'pending', 'failed');
const noticeOf = (kind: EntryKind): fc.Arbitrary<PaymentNotice> =>
  fc
    .record({
      provider: fc.constantFrom('stripe', 'vouchers'),
      of: fc.integer({ min: 1, max: 2 }),
      which: fc.integer({ min: 1, max: 2 }),
      status: settled,
      amountMinor: kind === 'void' ? fc.constantFrom(0, 100, 200) : minor,
      at: fc.integer({ min: 2, max: 5 }).map(instant),
      expiresAt: kind === 'authorization' ? fc.constantFrom(instant(8), instant(20), null) : fc.constant(null),
    })
    .map(({ of, which, ...given }) => ({
      ...given,
      payment: `pay-${of}`,
      externalId: kind === 'authorization' ? `pay-${of}` : `${kind}-${which}/${of}`,
      ...{ reference: null, method: 'card', kind, reason: null },
    }));
const anyNotice = fc.constantFrom<EntryKind>('authorization', 'capture', ...ENTRY_KINDS).chain(noticeOf);

const line = fc.record({
  line: fc.constantFrom('1', '2', '9'),
  quantity: fc.integer({ min: 1, max: 2 }),
  amountMinor: minor,
});
const limits = new Map([
  ['1', { quantity: 3, amountMinor: 900 }],
  ['2', { quantity: 2, amountMinor: 400 }],
]);
const payment = fc.constantFrom(null, null, null, 'stripe/pay-1', 'nobody/pay-9');
const asked: fc.Arbitrary<(ids: readonly string[]) => PaymentCommand> = fc.oneof(
  fc.record({ amountMinor: fc.oneof(fc.constant(null), minor, fc.constant(-5)), payment, isVoid: fc.boolean() }).map(
    ({ isVoid, ...given }) =>
      (ids: readonly string[]): PaymentCommand =>
        isVoid
          ? { type: 'VoidPayments', at, ids, reason: null, ...given }
          : { type: 'CapturePayments', at, ids, cause: null, ...given },
  ),
  fc
    .record({
      lines: fc.array(line, { maxLength: 2 }),
      shippingMinor: fc.constantFrom(0, 100),
      off: fc.constantFrom(0, 0, 0, 1),
      payment,
    })
    .map(({ lines, shippingMinor, off, payment: only }) => (ids: readonly string[]): PaymentCommand => {
      const amountMinor = lines.reduce((sum, each) => sum + each.amountMinor, 0) + shippingMinor + off;
      const refund = {
        id: newId(),
        amountMinor,
        lines,
        shippingMinor,
        adjustmentMinor: 0,
        returnId: null,
        reason: 'buyer',
      };
      return { type: 'RefundPayments', at, ids, payment: only, refund, stated: [], through: null, limits };
    }),
  fc.record({ provider: fc.constantFrom('stripe', 'vouchers'), amountMinor: minor, payment }).map(
    (given) => (): PaymentCommand => ({
      type: 'RequestAuthorization',
      at,
      id: newId(),
      method: 'card',
      expiresAt: instant(9),
      reason: null,
      ...given,
    }),
  ),
  fc.constant((ids: readonly string[]): PaymentCommand => ({ type: 'ExpireAuthorizations', at: instant(10), ids })),
);
const settling = fc.record({
  status: fc.constantFrom<'succeeded' | 'failed'>('succeeded', 'succeeded', 'failed'),
  externalId: fc.constantFrom(null, 'capture-1/1', 'refund-1/1', 'pay-3', 'x'),
  which: fc.integer({ min: 0, max: 30 }),
});
type Step =
  | { readonly notice: PaymentNotice }
  | { readonly ask: (ids: readonly string[]) => PaymentCommand }
  | { readonly settle: { status: 'succeeded' | 'failed'; externalId: string | null; which: number } };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: anyNotice.map((notice) => ({ notice })) },
  { weight: 5, arbitrary: asked.map((ask) => ({ ask })) },
  { weight: 4, arbitrary: settling.map((settle) => ({ settle })) },
);

test('the sums of an order’s money hold whatever is asked, told, told twice and settled', () => {
  const seen: Seen = new Map();
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), (steps) => {
      let ledger = paymentDecider.initialState;
      const events: PaymentEvent[] = [];
      for (const each of steps) {
        const command = commandOf(each, ledger);
        const before = ledger;
        const done = runOn(command, ledger, seen);
        events.push(...done.events);
        ledger = done.ledger;
        for (const entries of paymentsOf(ledger.entries.values()).values())
          expect(wrongSums(entries, seen)).toEqual([]);
        if (command.type === 'RefundPayments' && done.events.length > 0)
          expectCovered(before, command.refund.amountMinor);
      }
      const all = sumsOfAll(ledger.entries.values());
      expect(all.refundedMinor + all.chargedBackMinor + all.keptMinor).toBe(all.capturedMinor);
      expect(replay(paymentDecider, events)).toEqual(ledger);
    }),
    { numRuns: 400, seed: 20_261_124 },
  );
  const reached = [
    ...ENTRY_KINDS.map((kind) => `${kind} succeeded`),
    ...['capture', 'void', 'refund', 'authorization'].map((kind) => `${kind} pending`),
    ...['EntryChanged', 'RefundOpened', 'nothing new: NoticePayment', 'nothing new: SettleEntry'],
    ...[
      'openMinor',
      'voidedMinor',
      'expiredMinor',
      'keptMinor',
      'unauthorizedMinor',
      'unmatchedMinor',
      'chargedBackMinor',
    ],
    ...[
      'invalid-amount',
      'unknown-payment',
      'unknown-entry',
      'nothing-authorized',
      'above-authorized',
      'nothing-captured',
    ],
    ...['above-captured', 'amounts-differ', 'unknown-line', 'above-line'],
  ];
  for (const what of reached) expect([what, (seen.get(what) ?? 0) > 5]).toEqual([what, true]);
});

function commandOf(each: Step, { entries }: PaymentLedger): PaymentCommand {
  if ('notice' in each) return { type: 'NoticePayment', at, id: newId(), notice: each.notice };
  if ('ask' in each) return each.ask(Array.from({ length: paymentsOf(entries.values()).size + 1 }, newId));
  const { which, ...settle } = each.settle;
  const open = [...entries.values()].filter((entry) => entry.statedAt === null);
  const entry = open[which % Math.max(1, open.length)]?.id ?? 'none';
  return { type: 'SettleEntry', at, entry, expiresAt: null, reason: null, id: newId(), ...settle };
}

function runOn(
  command: PaymentCommand,
  ledger: PaymentLedger,
  seen: Seen,
): { ledger: PaymentLedger; events: readonly PaymentEvent[] } {
  const decided = paymentDecider.decide(command, ledger);
  if (!decided.ok) {
    see(seen, decided.error.code);
    return { ledger, events: [] };
  }
  if (decided.value.length === 0) see(seen, `nothing new: ${command.type}`);
  for (const event of decided.value) {
    see(seen, event.type === 'EntryAdded' ? `${event.entry.kind} ${event.entry.status}` : event.type);
  }
  return { ledger: decided.value.reduce(paymentDecider.evolve, ledger), events: decided.value };
}

/** What was asked to be paid back was there: captured, not paid back, and not promised to another refund. */
function expectCovered(before: PaymentLedger, amountMinor: number): void {
  const sums = sumsOfAll(before.entries.values());
  expect(amountMinor).toBeLessThanOrEqual(sums.keptMinor);
  expect(sums.refundedMinor + amountMinor).toBeLessThanOrEqual(sums.capturedMinor);
}

test('a provider’s notices end in the same ledger in any order, and however often they are told', () => {
  const seen: Seen = new Map();
  const told = fc
    .uniqueArray(anyNotice, { minLength: 2, maxLength: 10, selector: (n) => JSON.stringify(n) })
    .chain((notices) =>
      fc.record({
        notices: fc.constant(notices),
        other: fc
          .shuffledSubarray([...notices, ...notices], { minLength: notices.length * 2, maxLength: notices.length * 2 })
          .map((all) => all),
      }),
    );
  fc.assert(
    fc.property(told, ({ notices, other }) => {
      const commands = (list: readonly PaymentNotice[]): readonly PaymentCommand[] =>
        list.map((notice) => ({ type: 'NoticePayment', at, id: newId(), notice }));
      const [one, two] = [run(commands(notices), seen).ledger, run(commands(other), seen).ledger];
      expect(comparable(two)).toEqual(comparable(one));
      expect(sumsOfAll(two.entries.values())).toEqual(sumsOfAll(one.entries.values()));
    }),
    { numRuns: 600, seed: 7 },
  );
  for (const what of ['EntryChanged', 'nothing new: NoticePayment', 'refund succeeded', 'chargeback succeeded']) {
    expect([what, (seen.get(what) ?? 0) > 50]).toEqual([what, true]);
  }
});

const comparable = ({ entries }: PaymentLedger): readonly string[] =>
  [...entries.values()].map(({ id: _, ...entry }) => JSON.stringify(entry, Object.keys(entry).sort())).sort();
