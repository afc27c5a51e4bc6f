import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FULFILLMENT_STATES,
  type FulfillmentCommand,
  type FulfillmentEvent,
  type FulfillmentOrder,
  fulfillmentDecider,
  METHODS,
  toPack,
  toPick,
  type WorkLine,
} from '../../../../core/fulfillment/index.ts';
import type { Portion } from '../../../../core/order/index.ts';
import { replay } from '../../../../core/shared/decider.ts';
import type {
  FulfillmentOrderId,
  Instant,
  LocationId,
  OrderId,
  OrderLineId,
  ShipmentId,
} from '../../../../core/shared/ids.ts';

const at = '2026-01-01T00:00:00.000Z' as Instant;
const by = { at, actor: 'anna' } as const;
const line = fc.constantFrom('l1', 'l2') as fc.Arbitrary<OrderLineId>;
const lines = fc.array(fc.record({ line, quantity: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 2 });

const command: fc.Arbitrary<FulfillmentCommand> = fc.oneof(
  fc.constant({ ...by, type: 'StartPicking' as const }),
  { weight: 4, arbitrary: lines.map((units) => ({ ...by, type: 'ConfirmPick' as const, lines: units })) },
  fc
    .record({ lines, scan: fc.constantFrom('s1', 's2') })
    .map((given) => ({ ...by, type: 'ConfirmPick' as const, ...given })),
  lines.map((units) => ({ ...by, type: 'PickShort' as const, lines: units, reason: 'not-found' })),
  {
    weight: 4,
    arbitrary: lines.map((units) => ({ ...by, type: 'Pack' as const, packages: [{ id: 'p', lines: units }] })),
  },
  lines.map((units) => ({ ...by, type: 'Unpack' as const, package: 'p', lines: units })),
  { weight: 4, arbitrary: fc.constant({ ...by, type: 'AttachLabels' as const }) },
  fc.constant({ ...by, type: 'MakeReady' as const }),
  {
    weight: 3,
    arbitrary: fc
      .record({ lines, isReport: fc.boolean() })
      .map((given) => ({ ...by, type: 'Ship' as const, shipment: 's' as ShipmentId, ...given })),
  },
  lines.map((units) => ({ ...by, type: 'Withdraw' as const, lines: units, reason: 'buyer' })),
  { weight: 2, arbitrary: fc.constant({ ...by, type: 'Cancel' as const, reason: 'buyer' }) },
);

const releaseOf = (method: (typeof METHODS)[number], units: readonly Portion[]): FulfillmentCommand => ({
  ...by,
  type: 'Release',
  id: 'f' as FulfillmentOrderId,
  number: 'o-F1',
  order: 'o' as OrderId,
  location: 'berlin' as LocationId,
  method,
  lines: units,
});

/** As it is, or for all the units that are there to pick, pack or ship; some other wish than at random would be rare. */
function fitted(next: FulfillmentCommand, isAll: boolean, work: FulfillmentOrder): FulfillmentCommand {
  if (!isAll || work.state === 'none') return next;
  const all = (count: (part: WorkLine) => number): readonly Portion[] =>
    work.lines.flatMap((part) => (count(part) > 0 ? [{ line: part.line, quantity: count(part) }] : []));
  if (next.type === 'ConfirmPick') return { ...next, lines: all(toPick) };
  if (next.type === 'Pack') return { ...next, packages: [{ id: 'p', lines: all(toPack) }] };
  if (next.type === 'Ship') return { ...next, lines: all((part) => part.picked - part.shipped) };
  return next;
}

/** Runs commands as callers would: refused ones change nothing. Counts states, transitions, events and refusals. */
function run(commands: readonly (readonly [FulfillmentCommand, boolean])[], seen: Map<string, number>) {
  let work: FulfillmentOrder = fulfillmentDecider.initialState;
  const events: FulfillmentEvent[] = [];
  const count = (name: string): void => void seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const [next, isAll] of commands) {
    const decided = fulfillmentDecider.decide(fitted(next, isAll, work), work);
    if (!decided.ok) {
      count(`refused ${decided.error.code}`);
      continue;
    }
    for (const event of decided.value) {
      const before = work.state;
      work = fulfillmentDecider.evolve(work, event);
      events.push(event);
      count(event.type);
      count(`state ${work.state}`);
      if (before !== work.state) count(`${before} -> ${work.state}`);
    }
  }
  return { work, events };
}

const TRANSITIONS = [
  'none -> released',
  'released -> picking',
  'released -> picked',
  'released -> shipped',
  'released -> cancelled',
  'picking -> picked',
  'picking -> packed',
  'picking -> shipped',
  'picking -> cancelled',
  'picked -> packed',
  'picked -> ready',
  'picked -> shipped',
  'picked -> cancelled',
  'packed -> picked',
  'packed -> labelled',
  'packed -> ready',
  'packed -> shipped',
  'packed -> cancelled',
  'labelled -> picked',
  'labelled -> shipped',
  'labelled -> cancelled',
  'ready -> shipped',
  'ready -> cancelled',
];

test('released units are in exactly one place, counters never overtake each other, and events fold to the state', () => {
  const seen = new Map<string, number>();
  const units = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
  fc.assert(
    fc.property(
      fc.constantFrom(...METHODS),
      units,
      fc.array(fc.tuple(command, fc.boolean()), { maxLength: 25 }),
      (method, [a, b], commands) => {
        const released = [
          { line: 'l1' as OrderLineId, quantity: a },
          { line: 'l2' as OrderLineId, quantity: b },
        ];
        const { work, events } = run([[releaseOf(method, released), false], ...commands], seen);
        if (work.state === 'none') throw new Error('released work is there');
        for (const [i, part] of work.lines.entries()) {
          expect(part.quantity + part.short + part.withdrawn).toBe(released[i]?.quantity);
          const counters = [0, part.shipped, part.packed, part.picked, part.quantity];
          expect(counters).toEqual(counters.toSorted((x, y) => x - y));
        }
        const left = work.lines.reduce((sum, part) => sum + part.quantity - part.shipped, 0);
        expect(left === 0).toBe(work.state === 'shipped' || work.state === 'cancelled');
        expect(replay(fulfillmentDecider, events)).toEqual(work);
        expect(run(commands, new Map()).work.state).toBe('none');
      },
    ),
    { numRuns: 3000, seed: 20_261_124 },
  );
  const events = [
    'FulfillmentReleased',
    'PickingStarted',
    'UnitsPicked',
    'UnitsShort',
    'UnitsPacked',
    'UnitsUnpacked',
    'LabelsAttached',
    'ReadyForCollection',
    'UnitsShipped',
    'UnitsWithdrawn',
  ];
  const refusals = ['not-workable', 'insufficient', 'wrong-method', 'not-complete'].map((code) => `refused ${code}`);
  const states = FULFILLMENT_STATES.map((state) => `state ${state}`);
  const reached = [...events, ...states, ...TRANSITIONS, ...refusals];
  expect(reached.filter((name) => !seen.has(name))).toEqual([]);
  // Every transition that random commands found is one that is known here.
  expect([...seen.keys()].filter((name) => name.includes(' -> ') && !TRANSITIONS.includes(name))).toEqual([]);
});
