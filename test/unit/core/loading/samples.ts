import fc from 'fast-check';
import { LoadingCase, type LoadingCaseInput } from '../../../../core/documents/loadingCase.ts';
import { planLoads } from '../../../../core/loading/planLoads.ts';

export const caseOf = (input: LoadingCaseInput): LoadingCase => LoadingCase.parse(input);

/** Plans with a budget of so many completed loads for each room. */
export const planned = (given: LoadingCase, loads = 8) =>
  planLoads(given, () => ({ progress: (done) => done / loads }));

const side = fc.integer({ min: 1, max: 6 });

/** Any case with some of every rule: stops, weights, axles, fragile boxes, weak ones, sides, compartments. */
export const anyCase: fc.Arbitrary<LoadingCase> = fc
  .record({
    support: fc.constantFrom('full' as const, 'none' as const),
    rooms: fc.array(
      fc.record({
        length: fc.integer({ min: 4, max: 20 }),
        width: fc.integer({ min: 3, max: 9 }),
        height: fc.integer({ min: 3, max: 9 }),
      }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    count: fc.integer({ min: 1, max: 2 }),
    maxWeight: fc.option(fc.integer({ min: 20, max: 200 }), { nil: undefined }),
    axle: fc.option(fc.integer({ min: 10, max: 120 }), { nil: undefined }),
    items: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 8 }),
        length: side,
        width: side,
        height: side,
        weight: fc.integer({ min: 0, max: 9 }),
        upright: fc.uniqueArray(fc.constantFrom('length' as const, 'width' as const, 'height' as const), {
          minLength: 1,
        }),
        turnable: fc.boolean(),
        stop: fc.integer({ min: 1, max: 3 }),
        fragile: fc.integer({ min: 0, max: 3 }).map((x) => x === 0),
        maxOnTop: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
        isCold: fc.integer({ min: 0, max: 4 }).map((x) => x === 0),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ support, rooms, count, maxWeight, axle, items }) => {
    const axles =
      axle === undefined ? {} : { axles: { front: { at: 0, maxWeight: axle }, rear: { at: 12, maxWeight: 2 * axle } } };
    let offset = 2;
    const compartments = rooms.map((room, k) => {
      const compartment = { id: `room ${k}`, ...room, offset };
      offset += room.length;
      return compartment;
    });
    return caseOf({
      support,
      vehicles: [{ id: 'van', count, compartments, ...(maxWeight === undefined ? {} : { maxWeight }), ...axles }],
      items: items.map(({ isCold, maxOnTop, ...item }, k) => ({
        id: `item ${k}`,
        ...item,
        ...(maxOnTop === undefined ? {} : { maxOnTop }),
        ...(isCold ? { compartments: ['room 0'] } : {}),
      })),
    });
  });
