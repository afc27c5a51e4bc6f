import { defineCommand, EXIT } from '../command.ts';

/** Measures the domain itself, each part on a database of its own in a temporary folder. */
export const benchDomain = defineCommand({
  noun: 'bench',
  verb: 'domain',
  summary: 'Measure the search among many stored orders, and one order with everything',
  options: {
    orders: { type: 'number', isInteger: true, min: 1000, default: 1_000_000, help: 'how many orders are stored' },
    rounds: { type: 'number', isInteger: true, min: 10, default: 100, help: 'searches of each kind' },
  },
  examples: ['crossdock bench domain --json'],
  async run(context, { orders, rounds }) {
    const { benchOrderReads } = await import('../../compose/bench/benchOrderReads.ts');
    try {
      const { signal } = context;
      const onStep = (step: string): void => context.out.note(step);
      const reads = await benchOrderReads({ orders, rounds, signal, onStep });
      context.out.result({ reads }, () => {
        const { kinds, ...figures } = reads;
        const rows = [
          ...Object.entries(figures),
          ...Object.entries(kinds).map(([kind, p95]) => [`  ${kind} p95`, p95]),
        ];
        return context.out.table(rows, [
          { title: 'figure', value: ([name]) => name ?? '' },
          { title: 'value', value: ([, value]) => value ?? '', align: 'right' },
        ]);
      });
      return EXIT.done;
    } catch (error) {
      const message = `The benchmark did not end: ${(error as Error).message}.`;
      const next = 'See that nothing else keeps the machine busy, and try again.';
      return context.fail({ code: 'bench-failed', message, next });
    }
  },
});
