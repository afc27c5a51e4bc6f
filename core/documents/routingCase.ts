import { z } from 'zod';

const Id = z.string().min(1).max(200);
const Amount = z.number().nonnegative();
const Loads = z.record(z.string(), Amount).describe('Amounts by dimension, such as weight, volume, pieces or pallets.');
const Window = z.tuple([z.number(), z.number()]).describe('From and to.');
const Spot = {
  x: z.number().optional(),
  y: z.number().optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
};
const Row = z.array(Amount);

const Distances = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('euclidean'),
    factor: z.number().positive().default(1).describe('Multiplies the straight line before it is rounded.'),
    rounding: z.enum(['none', 'nearest', 'down']).default('none'),
  }),
  z.strictObject({
    kind: z.literal('greatCircle'),
    circuity: z.number().min(1).default(1.3).describe('Road length over straight line.'),
    metersPerSecond: z.number().positive().default(12),
  }),
  z.strictObject({
    kind: z.literal('matrix'),
    distance: z.array(Row).describe('Rows and columns in the order of the depots, then the stops.'),
    duration: z.array(Row).optional(),
  }),
]);

const Vehicle = z.strictObject({
  id: Id,
  count: z.number().int().positive().default(1),
  start: Id.optional().describe('The depot where a route begins; without it at its first stop.'),
  end: Id.optional().describe('The depot where a route ends; without it at its last stop (open route).'),
  capacity: Loads.default({}).describe('A dimension that is not named is not limited.'),
  fixedCost: Amount.default(0),
  distanceCost: Amount.default(1),
  timeCost: Amount.default(0),
  shift: Window.optional(),
  breaks: z
    .array(z.strictObject({ window: Window, duration: Amount }))
    .default([])
    .describe(
      'Begun within the window while neither driving nor serving; not needed by a route that ends before it closes.',
    ),
  skills: z.array(z.string()).default([]),
  maxDistance: Amount.optional(),
  maxDuration: Amount.optional(),
  maxStops: z.number().int().positive().optional(),
});

const Stop = z.strictObject({
  id: Id,
  ...Spot,
  delivery: Loads.default({}).describe('Loaded where the route begins, handed over here.'),
  collection: Loads.default({}).describe('Taken here, on board to the end of the route.'),
  service: Amount.default(0),
  windows: z.array(Window).default([]).describe('Service begins within one of them; none means at any time.'),
  penalty: Amount.optional().describe('What leaving the stop out costs; without it the stop must be visited.'),
  skills: z.array(z.string()).default([]),
});

export const RoutingCase = z
  .strictObject({
    name: z.string().max(200).default('unnamed'),
    distances: Distances,
    objective: z.enum(['cost', 'vehicles']).default('cost'),
    depots: z.array(z.strictObject({ id: Id, ...Spot })).default([]),
    vehicles: z.array(Vehicle).min(1),
    stops: z.array(Stop).min(1),
    pairs: z.array(z.strictObject({ pickup: Id, delivery: Id, load: Loads.default({}) })).default([]),
    routes: z
      .array(
        z.strictObject({
          vehicle: Id,
          stops: z.array(Id),
          locked: z.number().int().nonnegative().describe('How many of the first stops stay as they are.'),
          closed: z.boolean().default(false).describe('Whether the route takes no other stops.'),
        }),
      )
      .default([])
      .describe('Routes that are under way or promised.'),
  })
  .describe('A vehicle routing case. Times and distances are numbers in one unit each, such as seconds and meters.');
export type RoutingCase = z.infer<typeof RoutingCase>;
/** A case as it may be written, before defaults are filled in. */
export type RoutingCaseInput = z.input<typeof RoutingCase>;

/** An answer to a case: stops by id for each vehicle used. */
export const RoutingAnswer = z
  .object({ routes: z.array(z.object({ vehicle: Id, stops: z.array(Id) })) })
  .describe('Routes that answer a routing case.');
export type RoutingAnswer = z.infer<typeof RoutingAnswer>;
