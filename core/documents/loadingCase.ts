import { z } from 'zod';

const Id = z.string().min(1).max(200);
const Length = z.int().min(1).max(1_000_000);
const Weight = z.number().nonnegative();
const Axle = z.strictObject({
  at: z.number().describe('Where it stands, from the point from which compartments are measured.'),
  maxWeight: Weight.describe('The most of the load that it may carry.'),
});

const Compartment = z.strictObject({
  id: Id,
  length: Length.describe('From its front to its door.'),
  width: Length,
  height: Length,
  maxWeight: Weight.optional(),
  offset: z.number().default(0).describe('Where its front is, from the point from which axles are measured.'),
});

const Vehicle = z.strictObject({
  id: Id,
  count: z.int().min(1).max(1000).default(1),
  compartments: z.array(Compartment).min(1).max(20).describe('Loaded in this order. A pallet or carton has one.'),
  maxWeight: Weight.optional(),
  axles: z.strictObject({ front: Axle, rear: Axle }).optional(),
});

const SIDES = ['length', 'width', 'height'] as const;

const Item = z.strictObject({
  id: Id,
  quantity: z.int().min(1).max(10_000).default(1),
  length: Length,
  width: Length,
  height: Length,
  weight: Weight.default(0).describe('Of one.'),
  upright: z.array(z.enum(SIDES)).min(1).default(['height']).describe('Which of its sides may stand upright.'),
  turnable: z.boolean().default(true).describe('Whether it may be turned on its base.'),
  stop: z.int().min(1).default(1).describe('Where it leaves the vehicle; 1 is the first stop.'),
  fragile: z.boolean().default(false).describe('Nothing that is not fragile may lie on it.'),
  maxOnTop: Weight.optional().describe('The most weight that may lie on it.'),
  compartments: z.array(Id).optional().describe('The only compartments that it may be in.'),
});

export const LoadingCase = z
  .strictObject({
    name: z.string().max(200).default('unnamed'),
    support: z
      .enum(['full', 'none'])
      .default('full')
      .describe('Whether every box needs something under its whole base.'),
    vehicles: z.array(Vehicle).min(1).max(1000),
    items: z.array(Item).min(1).max(2000),
  })
  .describe(
    'Boxes and what to load them into. Lengths are whole numbers of one unit, such as millimeters; weights of another.',
  );
export type LoadingCase = z.infer<typeof LoadingCase>;
export type LoadingCaseInput = z.input<typeof LoadingCase>;

const Place = z.number().nonnegative();

export const LoadingAnswer = z
  .object({
    loads: z.array(
      z.object({
        vehicle: Id,
        /** The how-manieth of its kind, from 1. */
        number: z.int().min(1),
        compartment: Id,
        boxes: z
          .array(
            z.object({
              item: Id,
              x: Place.describe('From the front.'),
              y: Place.describe('From the right wall, as seen through the door.'),
              z: Place.describe('From the floor.'),
              length: Length.describe('As it lies, along the compartment.'),
              width: Length,
              height: Length,
            }),
          )
          .describe('In the order of loading.'),
      }),
    ),
  })
  .describe('Where each box of a loading case goes.');
export type LoadingAnswer = z.infer<typeof LoadingAnswer>;
