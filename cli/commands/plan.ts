import { USUAL_ECONOMICS } from '../../pipelines/planning/economics.ts';
import { planAbc } from '../../pipelines/planning/planAbc.ts';
import { planEoq } from '../../pipelines/planning/planEoq.ts';
import { planForecast } from '../../pipelines/planning/planForecast.ts';
import { planReplenish } from '../../pipelines/planning/planReplenish.ts';
import { planSafetyStock } from '../../pipelines/planning/planSafetyStock.ts';
import { readStock } from '../../pipelines/planning/readStock.ts';
import type { Sales } from '../../pipelines/planning/sales.ts';
import { UnreadableInput } from '../../pipelines/planning/unreadableInput.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';

const FILE_OPTIONS = {
  input: { type: 'string', isRequired: true, placeholder: 'FILE', help: 'order lines as CSV, .gz is unpacked' },
  mapping: {
    type: 'string',
    choices: ['uci-online-retail', 'demand'],
    default: 'uci-online-retail',
    help: 'what the columns mean',
  },
  periodDays: { type: 'number', isInteger: true, min: 1, max: 92, default: 7, help: 'days of a planning period' },
} as const;

const ECONOMIC_OPTIONS = {
  orderCost: {
    type: 'number',
    min: 0,
    default: USUAL_ECONOMICS.orderCostMinor,
    help: 'cost of an order, in hundredths',
  },
  holdingRate: {
    type: 'number',
    min: 0.0001,
    default: USUAL_ECONOMICS.holdingRate,
    help: 'holding per year, share of unit cost',
  },
  costShare: {
    type: 'number',
    min: 0.0001,
    max: 1,
    default: USUAL_ECONOMICS.costShare,
    help: 'unit cost, share of mean price',
  },
} as const;

const SUPPLY_OPTIONS = {
  leadTime: { type: 'number', min: 0, default: USUAL_ECONOMICS.leadTimeDays, placeholder: 'DAYS', help: 'lead time' },
  leadTimeDeviation: {
    type: 'number',
    min: 0,
    default: USUAL_ECONOMICS.leadTimeDeviationDays,
    placeholder: 'DAYS',
    help: 'its standard deviation',
  },
  fillRate: {
    type: 'number',
    min: 0.5,
    max: 0.9999,
    default: USUAL_ECONOMICS.fillRate,
    help: 'share of demand met from stock',
  },
} as const;

const FORECAST_OPTIONS = {
  horizon: { type: 'number', isInteger: true, min: 1, max: 104, default: 8, help: 'periods to forecast' },
  season: { type: 'number', isInteger: true, min: 1, max: 366, default: 1, help: 'periods of a season, 1 for none' },
  threads: { type: 'number', isInteger: true, min: 1, max: 64, help: 'worker threads (default: one per core)' },
} as const;

const SHOWN = 20;

const abc = defineCommand({
  noun: 'plan',
  verb: 'abc',
  summary: 'Classify items by value (ABC) and steadiness (XYZ)',
  options: {
    ...FILE_OPTIONS,
    criterion: {
      type: 'string',
      choices: ['revenue', 'margin', 'quantity', 'picks'],
      default: 'revenue',
      help: 'what value means',
    },
    natural: { type: 'boolean', help: 'cut where the values fall apart instead of at 80 % and 95 %' },
  },
  examples: ['crossdock plan abc --input orders.csv.gz --json'],
  run: (context, { natural, ...args }) =>
    onFile(context, async () => {
      const plan = await planAbc({ ...args, ...(natural ? { thresholds: 'natural' } : {}), signal: context.signal });
      context.out.result(plan, ({ items, classes, report, seconds }) =>
        [
          readLine(report, seconds),
          ...Object.entries(classes).map(([name, c]) => `${name}: ${c.items} items, ${(c.share * 100).toFixed(1)} %`),
          context.out.table(items.slice(0, SHOWN), [
            { title: 'SKU', value: (item) => item.sku },
            { title: 'VALUE', value: (item) => item.value, align: 'right' },
            { title: 'CLASS', value: (item) => item.class + item.xyz },
            { title: 'CONTROL', value: (item) => item.policy.control },
          ]),
        ].join('\n'),
      );
    }),
});

const eoq = defineCommand({
  noun: 'plan',
  verb: 'eoq',
  summary: 'Compute economic order quantities',
  options: {
    ...FILE_OPTIONS,
    ...ECONOMIC_OPTIONS,
    minimum: { type: 'number', min: 0, default: 0, help: 'smallest quantity that can be ordered' },
    pack: { type: 'number', isInteger: true, min: 1, default: 1, help: 'units per pack' },
    curves: { type: 'boolean', help: 'add the cost curve of each item (large)' },
  },
  examples: ['crossdock plan eoq --input orders.csv.gz --order-cost 2500 --pack 6'],
  run: (context, { minimum, pack, orderCost, holdingRate, costShare, ...args }) =>
    onFile(context, async () => {
      const economics = { orderCostMinor: orderCost, holdingRate, costShare };
      const plan = await planEoq({ ...args, economics, rules: { minimum, pack }, signal: context.signal });
      context.out.result(plan, ({ items, report, seconds }) =>
        [
          readLine(report, seconds),
          context.out.table(items.slice(0, SHOWN), [
            { title: 'SKU', value: (item) => item.sku },
            { title: 'PER YEAR', value: (item) => Math.round(item.yearlyDemand), align: 'right' },
            { title: 'LOT', value: (item) => item.lot, align: 'right' },
            { title: 'ORDERS A YEAR', value: (item) => item.ordersPerYear.toFixed(1), align: 'right' },
          ]),
        ].join('\n'),
      );
    }),
});

const safetyStock = defineCommand({
  noun: 'plan',
  verb: 'safety-stock',
  summary: 'Compute safety stocks and reorder points',
  options: {
    ...FILE_OPTIONS,
    ...ECONOMIC_OPTIONS,
    ...SUPPLY_OPTIONS,
    service: {
      type: 'string',
      choices: ['fill', 'cycle'],
      default: 'fill',
      help: 'share of demand met, or chance of no shortage',
    },
  },
  examples: ['crossdock plan safety-stock --input orders.csv.gz --fill-rate 0.98 --lead-time 10'],
  run: (context, args) =>
    onFile(context, async () => {
      const { service, input, mapping, periodDays } = args;
      const plan = await planSafetyStock({
        input,
        mapping,
        periodDays,
        service,
        economics: economicsOf(args),
        signal: context.signal,
      });
      context.out.result(plan, ({ items, report, seconds }) =>
        [
          readLine(report, seconds),
          context.out.table(items.slice(0, SHOWN), [
            { title: 'SKU', value: (item) => item.sku },
            { title: 'DEMAND', value: (item) => item.demandPerPeriod.toFixed(1), align: 'right' },
            { title: 'SAFETY', value: (item) => item.safetyStock, align: 'right' },
            { title: 'REORDER AT', value: (item) => item.reorderPoint, align: 'right' },
          ]),
        ].join('\n'),
      );
    }),
});

const forecast = defineCommand({
  noun: 'plan',
  verb: 'forecast',
  summary: 'Forecast demand of every item',
  options: { ...FILE_OPTIONS, ...FORECAST_OPTIONS },
  examples: ['crossdock plan forecast --input orders.csv.gz --horizon 12'],
  run: (context, { threads, ...args }) =>
    onFile(context, async () => {
      const plan = await planForecast({ ...args, ...(threads ? { threads } : {}), signal: context.signal });
      context.out.result(plan, ({ items, report, seconds }) =>
        [
          readLine(report, seconds),
          context.out.table(items.slice(0, SHOWN), [
            { title: 'SKU', value: (item) => item.sku },
            { title: 'PATTERN', value: (item) => item.pattern },
            { title: 'NEXT', value: (item) => item.mean[0]?.toFixed(1), align: 'right' },
            { title: '±', value: (item) => item.deviation[0]?.toFixed(1), align: 'right' },
            { title: 'LED BY', value: (item) => item.leader },
          ]),
        ].join('\n'),
      );
    }),
});

const replenish = defineCommand({
  noun: 'plan',
  verb: 'replenish',
  summary: 'Propose what to order, when, how much and why',
  options: {
    ...FILE_OPTIONS,
    ...ECONOMIC_OPTIONS,
    ...SUPPLY_OPTIONS,
    ...FORECAST_OPTIONS,
    stock: {
      type: 'string',
      placeholder: 'FILE',
      help: 'CSV with sku, on_hand and on_order, owed, supplier, minimum, pack',
    },
  },
  examples: ['crossdock plan replenish --input orders.csv.gz --stock stock.csv --json'],
  run: (context, args) =>
    onFile(context, async () => {
      const { signal } = context;
      const { input, mapping, periodDays, horizon, season, threads } = args;
      const stock = args.stock === undefined ? undefined : await readStock(args.stock, signal);
      const more = { ...(threads ? { threads } : {}), ...(stock ? { stock } : {}), economics: economicsOf(args) };
      const plan = await planReplenish({ input, mapping, periodDays, horizon, season, signal, ...more });
      context.out.result(plan, ({ orders, report, seconds }) =>
        [
          readLine(report, seconds),
          ...orders.map(({ kind, source, lines }) => `${kind} from ${source}: ${lines.length} lines`),
          context.out.table(orders.flatMap(({ lines }) => lines).slice(0, SHOWN), [
            { title: 'SKU', value: (line) => line.sku },
            { title: 'QUANTITY', value: (line) => line.quantity, align: 'right' },
            { title: 'COVERED FOR', value: (line) => line.coveredFor, align: 'right' },
          ]),
        ].join('\n'),
      );
    }),
});

type SupplyArgs = {
  readonly orderCost: number;
  readonly holdingRate: number;
  readonly costShare: number;
  readonly leadTime: number;
  readonly leadTimeDeviation: number;
  readonly fillRate: number;
};

function economicsOf({ orderCost, leadTime, leadTimeDeviation, holdingRate, costShare, fillRate }: SupplyArgs) {
  return {
    orderCostMinor: orderCost,
    holdingRate,
    costShare,
    leadTimeDays: leadTime,
    leadTimeDeviationDays: leadTimeDeviation,
    fillRate,
  };
}

/** A file that cannot be used is the caller's to mend, and said in one line. */
async function onFile(context: CommandContext, run: () => Promise<void>): Promise<ExitCode> {
  try {
    await run();
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return context.fail({
      code: 'unreadable-input',
      message: error.message,
      next: 'Check --input, --mapping and --stock.',
    });
  }
}

function readLine({ read, applied }: Sales['report'], seconds: number): string {
  return `${read} lines read, ${applied} applied, ${seconds.toFixed(1)} s`;
}

/** The planning commands on plain files. */
export const PLAN_COMMANDS: readonly Command[] = [abc, eoq, safetyStock, forecast, replenish];
