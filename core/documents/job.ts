import { z } from 'zod';
import type { JobKind } from '../shared/jobKind.ts';

/** A file that comes with a request: as text, or any bytes (such as gzip) in base64. */
export const UploadedFile = z
  .object({ text: z.string().optional(), base64: z.base64().optional() })
  .refine(({ text, base64 }) => (text === undefined) !== (base64 === undefined), { message: 'either text or base64' })
  .describe('A file: its text, or its bytes in base64, gzip or not.');
export type UploadedFile = z.infer<typeof UploadedFile>;

const sales = {
  mapping: z.enum(['uci-online-retail', 'demand']).default('uci-online-retail').describe('What the columns mean.'),
  periodDays: z.int().min(1).max(92).default(7).describe('Days of a planning period.'),
};
const share = z.number().min(0.0001).max(1);
const economics = {
  orderCostMinor: z.number().min(0).optional().describe('Cost of an order, in hundredths.'),
  holdingRate: z.number().min(0.0001).optional().describe('Holding per year, share of the unit cost.'),
  costShare: share.optional().describe('Unit cost, share of the mean price.'),
};
const supply = {
  leadTimeDays: z.number().min(0).optional(),
  leadTimeDeviationDays: z.number().min(0).optional().describe('Standard deviation of the lead time.'),
  fillRate: z.number().min(0.5).max(0.9999).optional().describe('Share of the demand to meet from stock.'),
};
const horizon = {
  horizon: z.int().min(1).max(104).default(8).describe('Periods to forecast.'),
  season: z.int().min(1).max(366).default(1).describe('Periods of a season; 1 for none.'),
};
const threads = z.int().min(1).max(64).optional().describe('Worker threads; one less than there are cores by default.');

/** What each kind of job may be told beside its input. Everything may be left out. */
export const JOB_OPTIONS = {
  'plan-abc': z.strictObject({
    ...sales,
    criterion: z.enum(['revenue', 'margin', 'quantity', 'picks']).default('revenue'),
    natural: z.boolean().default(false).describe('Cut where the values fall apart instead of at 80 % and 95 %.'),
    costShare: share.optional(),
  }),
  'plan-eoq': z.strictObject({
    ...sales,
    ...economics,
    minimum: z.number().min(0).default(0).describe('The smallest quantity that can be ordered.'),
    pack: z.int().min(1).default(1).describe('Units of a pack.'),
    curves: z.boolean().default(false).describe('With the cost curve of each item; large.'),
  }),
  'plan-safety-stock': z.strictObject({
    ...sales,
    ...economics,
    ...supply,
    service: z.enum(['fill', 'cycle']).default('fill').describe('Share of demand met, or chance of no shortage.'),
  }),
  'plan-forecast': z.strictObject({ ...sales, ...horizon, threads }),
  'plan-replenish': z.strictObject({ ...sales, ...economics, ...supply, ...horizon, threads }),
  'route-solve': z.strictObject({
    seconds: z.number().min(0.1).max(86_400).default(60).describe('How long to search.'),
    steps: z.int().min(1).optional().describe('Search this many steps instead, with a repeatable answer.'),
    threads,
    seed: z.int().default(1),
    rounding: z.enum(['tenths', 'exact']).default('tenths').describe('Arc costs of Solomon files.'),
  }),
} as const satisfies Record<JobKind, z.ZodType>;
export type JobOptions<Kind extends JobKind> = z.infer<(typeof JOB_OPTIONS)[Kind]>;

const request = <Kind extends JobKind>(kind: Kind) =>
  z.object({
    kind: z.literal(kind),
    options: JOB_OPTIONS[kind].optional(),
    input: UploadedFile,
    stock: UploadedFile.optional().describe('What is in stock, for a replenishment.'),
  });

/** A job to be queued: its kind, what it is told, and the file that it works on. */
export const JobRequest = z.discriminatedUnion('kind', [
  request('plan-abc'),
  request('plan-eoq'),
  request('plan-safety-stock'),
  request('plan-forecast'),
  request('plan-replenish'),
  request('route-solve'),
]);
