import { type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';

const seconds = { type: 'number', min: 1, max: 600, default: 10, help: 'how long each load lasts' } as const;
const orders = {
  type: 'number',
  isInteger: true,
  min: 1000,
  default: 40_000,
  help: 'how many orders each load has',
} as const;

const ingest = defineCommand({
  noun: 'bench',
  verb: 'ingest',
  summary: 'Measure durable signed webhooks per second beside the limit of this machine',
  options: { seconds },
  examples: ['crossdock bench ingest --json'],
  async run(context, args) {
    const { benchIngest } = await import('../../compose/bench/benchIngest.ts');
    return show(context, () => benchIngest({ ...args, ...steps(context) }));
  },
});

const ordersBench = defineCommand({
  noun: 'bench',
  verb: 'orders',
  summary: 'Measure orders per second from webhook to reserved stock beside the limit of this machine',
  options: { orders },
  examples: ['crossdock bench orders --json'],
  async run(context, args) {
    const config = context.config();
    if (!config.ok) return context.fail(config.error);
    const { redisUrl } = config.value;
    const { benchOrders } = await import('../../compose/bench/benchOrders.ts');
    return show(context, () => benchOrders({ ...args, redisUrl, ...steps(context) }));
  },
});

const steps = (context: CommandContext) => ({
  signal: context.signal,
  onStep: (step: string): void => context.out.note(step),
});

type Figures = { readonly [name: string]: number };

async function show(context: CommandContext, measure: () => Promise<Figures>): Promise<ExitCode> {
  try {
    const report = await measure();
    context.out.result(report, (figures) =>
      context.out.table(Object.entries(figures), [
        { title: 'figure', value: ([name]) => name },
        { title: 'value', value: ([, value]) => value, align: 'right' },
      ]),
    );
    return report['refused'] === 0 ? EXIT.done : EXIT.attention;
  } catch (error) {
    const message = `The benchmark did not end: ${(error as Error).message}.`;
    return context.fail({
      code: 'bench-failed',
      message,
      next: 'See that nothing else keeps the machine busy, and try again.',
    });
  }
}

/** Benchmarks of a hub of their own, in a temporary folder. */
export const HUB_BENCH_COMMANDS = [ingest, ordersBench];
