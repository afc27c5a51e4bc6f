import type { PastPeriod, SourcingHistory } from '../../core/ports/index.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { parseInstant } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { CompiledRules } from '../../core/sourcing/index.ts';
import type { Past } from '../../pipelines/sourcing/past.ts';
import type { BacktestReport } from '../../pipelines/sourcing/runBacktest.ts';
import { type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { withOperations } from '../withOperations.ts';

const whole = { type: 'number', isInteger: true } as const;

export const sourcingBacktest = defineCommand({
  noun: 'sourcing',
  verb: 'backtest',
  summary: 'Play past orders again under rules: cost, splits, lateness, stock-outs and the gap to the best plans',
  options: {
    rules: { type: 'string', placeholder: 'FILE', help: 'the rules; with --generate those of the generated past' },
    from: { type: 'string', placeholder: 'DATE', help: 'orders placed from then on' },
    to: { type: 'string', placeholder: 'DATE', help: 'and before then' },
    orders: { type: 'string', placeholder: 'FILE|N', help: 'JSON Lines of order documents; with --generate how many' },
    generate: { type: 'boolean', help: 'a generated past instead of that of the database' },
    locations: { ...whole, min: 1, max: 500, default: 40, help: 'of a generated past' },
    days: { ...whole, min: 1, max: 366, default: 30, help: 'of a generated past' },
    seed: { ...whole, default: 1, help: 'of the generated past and of the search' },
    window: { ...whole, min: 1, max: 500, default: 60, help: 'orders of one hour planned together, at most' },
    rounds: { ...whole, min: 0, max: 1000, default: 15, help: 'of the search in each window; 0 leaves the gap out' },
    exact: { ...whole, min: 0, max: 200, default: 10, help: 'small windows that an independent solver solves too' },
  },
  examples: [
    'crossdock sourcing backtest --generate --locations 40 --orders 20000 --seed 1',
    'crossdock sourcing backtest --rules spring.yaml --from 2026-03-01 --to 2026-04-01 --json',
  ],
  async run(context, args) {
    const rules = await rulesOf(args.rules);
    if (!rules.ok) return refused(context, rules.error, 'See crossdock sourcing rules schema.');
    if (args.generate) return onGenerated(context, rules.value, args);
    if (!rules.value) return usage(context, 'name the rules with --rules FILE');
    const period = args.orders === undefined ? periodOf(args.from, args.to) : ok(null);
    if (!period.ok) return usage(context, period.error);
    const given = rules.value;
    return withOperations(context, async ({ parts }) => {
      const past = await pastOf(parts.store.sourcingHistory, period.value, args.orders);
      return past.ok ? play(context, past.value, given, args) : refused(context, past.error, 'Check --orders.');
    });
  },
});

type Args = {
  readonly orders: string | undefined;
  readonly locations: number;
  readonly days: number;
  readonly seed: number;
  readonly window: number;
  readonly rounds: number;
  readonly exact: number;
};

async function rulesOf(file: string | undefined): Promise<Result<CompiledRules | null, string>> {
  if (file === undefined) return ok(null);
  const { readRules } = await import('../../pipelines/sourcing/readRules.ts');
  const read = await readRules(file);
  return read.ok ? read : err(read.error.map(({ at, message }) => `${at}: ${message}`).join('; '));
}

async function onGenerated(context: CommandContext, rules: CompiledRules | null, args: Args): Promise<ExitCode> {
  const orders = Number(args.orders ?? 20_000);
  if (!Number.isInteger(orders) || orders < 1 || orders > 5_000_000) {
    return usage(context, `--orders ${args.orders} is no number of orders to generate`);
  }
  const [{ generatedPast }, { checkRules }] = await Promise.all([
    import('../../pipelines/sourcing/generatedPast.ts'),
    import('../../core/sourcing/index.ts'),
  ]);
  const { rules: own, ...past } = generatedPast({ ...args, orders });
  const made = checkRules(own);
  if (!made.ok) throw new Error(`generated rules are wrong: ${JSON.stringify(made.error)}`);
  return play(context, past, rules ?? made.value, args);
}

function periodOf(from: string | undefined, to: string | undefined): Result<PastPeriod, string> {
  const begin = instantFrom(from);
  const end = instantFrom(to);
  if (!begin || !end) return err('--from and --to are dates (2026-03-01) or instants with an offset');
  return begin < end ? ok({ from: begin, to: end }) : err('--from is before --to');
}

/** A date is the midnight of UTC with which it begins. */
function instantFrom(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const read = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  return read.ok ? read.value : undefined;
}

async function pastOf(
  history: SourcingHistory,
  period: PastPeriod | null,
  file: string | undefined,
): Promise<Result<Past, string>> {
  if (period !== null) {
    const named = await history.world(period.from, period);
    return ok({ world: named.world, events: history.events(period, named), total: await history.count(period) });
  }
  const { summarizeOrders, ordersOf, UnreadableOrders } = await import('../../pipelines/sourcing/orderFile.ts');
  try {
    const { orders, skus, firstAt } = await summarizeOrders(file ?? '');
    const named = await history.world(firstAt as Instant, { skus });
    return ok({ world: named.world, events: ordersOf(file ?? '', named), total: orders });
  } catch (error) {
    if (error instanceof UnreadableOrders) return err(error.message);
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return err(`${file} cannot be read (${code})`);
    throw error;
  }
}

async function play(context: CommandContext, past: Past, rules: CompiledRules, args: Args): Promise<ExitCode> {
  const { runBacktest } = await import('../../pipelines/sourcing/runBacktest.ts');
  const bar = context.out.progress(past.total, 'orders');
  const begun = performance.now();
  const { window: windowOrders, rounds, exact: exactWindows, seed } = args;
  try {
    const report = await runBacktest(past, {
      rules: rules.document,
      label: rules.label,
      effort: { windowOrders, rounds, shakes: rounds * 4, exactWindows, exactOrders: 6, seed },
      signal: context.signal,
      onProgress: (orders) => bar.to(orders),
    });
    bar.end();
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    context.out.result({ ...report, seconds, peakRssMb }, () => reportText(context, report, seconds));
    return EXIT.done;
  } finally {
    bar.end();
  }
}

function reportText(context: CommandContext, report: BacktestReport, seconds: number): string {
  const { figures, rules, microsecondsPerOrder, exact } = report;
  const share = (part: number): string => `${part} (${((100 * part) / Math.max(1, figures.orders)).toFixed(1)} %)`;
  const lines = [
    `${figures.orders} orders under ${rules} in ${seconds} s, ${microsecondsPerOrder.toFixed(0)} µs for the choice of one.`,
    `Cost ${figures.costMinor} minor, ${(figures.costMinor / Math.max(1, figures.orders)).toFixed(0)} an order.`,
    `Split ${share(figures.splitOrders)}, late ${share(figures.lateOrders)}, by a fallback ${share(figures.fallbackOrders)}.`,
    `Stock-outs ${share(figures.stockOutOrders)}, ${figures.shortUnits} of ${figures.units} units short.`,
  ];
  if (report.gap) lines.push('', gapText(context, report, report.gap));
  if (exact) {
    const { windows, equal, unproven, largestPercent } = exact;
    lines.push(
      `On ${windows} small windows an independent solver proves ${equal} of our plans to be the best` +
        `${unproven > 0 ? `, ${unproven} not in time` : ''}; the largest difference is ${largestPercent.toFixed(3)} %.`,
    );
  }
  return lines.join('\n');
}

function gapText(context: CommandContext, report: BacktestReport, gap: NonNullable<BacktestReport['gap']>): string {
  const rows = [
    { name: 'greedy', ...gap.greedy },
    { name: 'exact, in turn', ...gap.exactInTurn },
    { name: 'together', ...gap.optimized },
  ];
  const table = context.out.table(rows, [
    { title: `${gap.windows} WINDOWS`, value: ({ name }) => name },
    { title: 'COST MINOR', value: ({ costMinor }) => costMinor, align: 'right' },
    { title: 'SHORT UNITS', value: ({ shortUnits }) => shortUnits, align: 'right' },
    { title: 'SECONDS', value: ({ seconds }) => seconds.toFixed(1), align: 'right' },
  ]);
  const percent = (value: number | null): string => (value === null ? 'unknown' : `${value.toFixed(3)} %`);
  return `${table}\nGreedy is ${percent(report.greedyGapPercent)} above plans made together, these at most ${percent(report.boundGapPercent)} above the best there can be.`;
}

function usage(context: CommandContext, message: string): ExitCode {
  return context.fail({ code: 'usage', message, next: 'See crossdock sourcing backtest --help.' }, EXIT.usage);
}

function refused(context: CommandContext, message: string, next: string): ExitCode {
  return context.fail({ code: 'unreadable-input', message, next }, EXIT.refused);
}
