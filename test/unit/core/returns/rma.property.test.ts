import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CONDITIONS,
  claimable,
  DISPOSITIONS,
  expected,
  NONE_BACK,
  outsidePolicy,
  policyFor,
  type Rma,
  type RmaCommand,
  type RmaEvent,
  type RmaLine,
  receivedBack,
  returnFee,
  rmaDecider,
  rmaStatus,
  statedBack,
  toInspect,
  toResolve,
  type UnitsBack,
  USUAL_RETURNS,
} from '../../../../core/returns/index.ts';
import { replay } from '../../../../core/shared/decider.ts';
import type { Instant, LocationId, OrderId, OrderLineId } from '../../../../core/shared/ids.ts';

const at = '2026-03-01T00:00:00.000Z' as Instant;
const LINE = 'l1' as OrderLineId;
const SHIPPED = 4;

/** One order line of which four units left, two returns, and a shop that tells of its own shelf as it likes. */
type World = { readonly rmas: readonly Rma[]; readonly back: UnitsBack; readonly restocked: number };
type Act =
  | { readonly rma: 0 | 1; readonly command: (world: World) => RmaCommand }
  | { readonly stated: number; readonly by: 'byRefund' | 'byReturn' };

const units = fc.constantFrom(1, 1, 1, 2, 3, 0);
const rma = fc.constantFrom<0 | 1>(0, 1);
const portion = fc.record({ line: fc.constantFrom(LINE, LINE, LINE, LINE, 'l9' as OrderLineId), quantity: units });
const part = (fields: { line: OrderLineId; quantity: number }): readonly [typeof fields] => [fields];
const linesOf = ({ rmas }: World): readonly RmaLine[] =>
  rmas.flatMap((each) => (each.status === 'opened' ? [...each.lines.values()] : []));

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ rma, portion, many: fc.constantFrom(1, 1, 1, 0, 2) }).map(openAct) },
  {
    weight: 4,
    arbitrary: fc.record({ rma, portion }).map(({ rma: which, portion: given }) => ({
      rma: which,
      command: (): RmaCommand => ({ type: 'ReceiveReturn', at, location: 'main' as LocationId, lines: part(given) }),
    })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        rma,
        portion,
        condition: fc.constantFrom(...CONDITIONS),
        disposition: fc.constantFrom(...DISPOSITIONS),
      })
      .map(({ rma: which, portion: given, ...seen }) => ({
        rma: which,
        command: (): RmaCommand => ({ type: 'InspectReturn', at, lines: [{ ...given, ...seen }] }),
      })),
  },
  {
    weight: 3,
    arbitrary: fc.record({ rma, portion }).map(({ rma: which, portion: given }) => ({
      rma: which,
      command: (): RmaCommand => ({
        ...{ type: 'ResolveReturn', at, lines: part(given), resolution: 'refund', reference: 'r', amountMinor: 1 },
      }),
    })),
  },
  fc.record({ rma, portion }).map(({ rma: which, portion: given }) => ({
    rma: which,
    command: (): RmaCommand => ({ type: 'KeepGoods', at, lines: part(given) }),
  })),
  fc
    .record({ rma })
    .map(({ rma: which }) => ({ rma: which, command: (): RmaCommand => ({ type: 'CancelReturn', at }) })),
  {
    weight: 3,
    arbitrary: fc.record({ stated: units, by: fc.constantFrom<'byRefund' | 'byReturn'>('byRefund', 'byReturn') }),
  },
);

function openAct(given: { rma: 0 | 1; portion: { line: OrderLineId; quantity: number }; many: number }): Act {
  return {
    rma: given.rma,
    command: (world) => ({
      type: 'OpenReturn',
      at,
      order: 'o' as OrderId,
      resolution: 'refund',
      exception: null,
      claimable: new Map([[LINE, claimable(SHIPPED, world.back, linesOf(world))]]),
      lines: Array.from({ length: given.many }, () => {
        return { ...given.portion, sku: 'A', reason: 'unwanted', condition: 'new' } as const;
      }),
    }),
  };
}

function step(world: World, next: Act, see: (what: string) => void): { world: World; events: readonly RmaEvent[] } {
  if ('stated' in next) {
    const { back, moved } = statedBack(world.back, next.by, next.stated, SHIPPED);
    see(moved > 0 ? 'stated: moved' : 'stated: known');
    return { world: { ...world, back, restocked: world.restocked + moved }, events: [] };
  }
  const before = world.rmas[next.rma] ?? rmaDecider.initialState;
  const command = next.command(world);
  const decided = rmaDecider.decide(command, before);
  if (!decided.ok) {
    see(decided.error.code);
    return { world, events: [] };
  }
  let { back, restocked } = world;
  if (command.type === 'ReceiveReturn') {
    const units = command.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    const received = receivedBack(back, units, SHIPPED);
    if (!received) {
      see('back already');
      return { world, events: [] };
    }
    back = received;
  }
  if (command.type === 'InspectReturn') {
    for (const each of command.lines) if (each.disposition === 'restock') restocked += each.quantity;
  }
  const after = decided.value.reduce(rmaDecider.evolve, before);
  if (after.status === 'opened') see(rmaStatus(after));
  for (const event of decided.value) see(event.type);
  const rmas = world.rmas.map((each, i) => (i === next.rma ? after : each));
  return { world: { rmas, back, restocked }, events: decided.value };
}

test('a return never restocks what was not shipped, whoever says what came back and however often', () => {
  const reached = new Map<string, number>();
  const see = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 40, size: 'max' }), (acts) => {
      let world: World = { rmas: [rmaDecider.initialState, rmaDecider.initialState], back: NONE_BACK, restocked: 0 };
      const streams: RmaEvent[][] = [[], []];
      for (const next of acts) {
        const done = step(world, next, see);
        if ('rma' in next) streams[next.rma]?.push(...done.events);
        world = done.world;
        const problems = linesOf(world).filter(
          (line) =>
            [expected(line), toInspect(line), toResolve(line)].some((n) => n < 0) ||
            line.quantity !== expected(line) + line.received + line.kept + line.cancelled ||
            line.received !== toInspect(line) + line.restock + line.refurbish + line.scrap + line.supplier,
        );
        expect(problems).toEqual([]);
        expect(world.restocked).toBeLessThanOrEqual(world.back.returned);
        expect(world.back.returned).toBeLessThanOrEqual(SHIPPED);
      }
      expect(streams.map((events) => replay(rmaDecider, events))).toEqual(world.rmas);
    }),
    { numRuns: 600, seed: 20_261_124 },
  );
  const codes = ['already-opened', 'unknown-return', 'no-lines', 'line-twice', 'unknown-line', 'invalid-quantity'];
  const more = ['above-shipped', 'above-expected', 'above-received', 'above-inspected', 'nothing-to-cancel'];
  const states = ['authorized', 'partly-received', 'received', 'inspected', 'resolved', 'cancelled'];
  const events = [
    'ReturnOpened',
    'ReturnReceived',
    'ReturnInspected',
    'GoodsKept',
    'ReturnCancelled',
    'ReturnResolved',
  ];
  for (const what of [...codes, ...more, ...states, ...events, 'stated: moved', 'stated: known', 'back already']) {
    expect([what, (reached.get(what) ?? 0) > 5]).toEqual([what, true]);
  }
});

describe('a policy', () => {
  const policy = { ...USUAL_RETURNS, windowDays: 14, feeBps: 1000 };
  const wanted = { reason: 'unwanted', condition: 'new' } as const;

  test('counts whole days from delivery, and takes back what the seller got wrong whenever it is', () => {
    const late = '2026-03-16T00:00:00.000Z' as Instant;
    expect(outsidePolicy(policy, wanted, at, '2026-03-15T23:59:59.000Z' as Instant)).toBeNull();
    expect(outsidePolicy(policy, wanted, at, late)).toMatchObject({ code: 'outside-window' });
    expect(outsidePolicy(policy, { ...wanted, reason: 'defective' }, at, late)).toBeNull();
    expect(outsidePolicy(policy, { ...wanted, condition: 'used' }, at, at)).toMatchObject({
      code: 'condition-not-taken',
    });
  });

  test('takes a fee in the buyer’s favor, and none for the seller’s own faults', () => {
    expect([returnFee(policy, 'unwanted', 1999), returnFee(policy, 'damaged', 1999)]).toEqual([199, 0]);
  });

  test('of a channel goes before the one for all', () => {
    const all = { ...policy, windowDays: 1 };
    const store = { ...policy, channel: 'store' };
    expect([policyFor([all, store], 'store'), policyFor([all, store], 'b2b'), policyFor([], 'b2b')]).toEqual([
      store,
      all,
      USUAL_RETURNS,
    ]);
  });
});
