import { loadavg } from 'node:os';
import { defineCommand, EXIT } from '../command.ts';

/** Measures the domain itself, each part on a database of its own in a temporary folder. */
export const benchDomain = defineCommand({
  noun: 'bench',
  verb: 'domain',
  summary: 'Measure allocation, reservation, search among many stored orders, and one order with everything',
  options: {
    orders: { type: 'number', isInteger: true, min: 1000, default: 1_000_000, help: 'how many orders are stored' },
    allocated: { type: 'number', isInteger: true, min: 1000, default: 20_000, help: 'how many orders get stock' },
    rounds: { type: 'number', isInteger: true, min: 10, default: 100, help: 'searches of each kind' },
  },
  examples: ['crossdock bench domain --json'],
  async run(context, { orders, allocated, rounds }) {
    const { benchOrderReads } = await import('../../compose/bench/benchOrderReads.ts');
    const { benchAllocation } = await import('../../compose/bench/benchAllocation.ts');
    try {
      const { signal } = context;
      const onStep = (step: string): void => context.out.note(step);
      const allocation = await benchAllocation({ orders: allocated, signal, onStep });
      const reads = await benchOrderReads({ orders, rounds, signal, onStep });
      const loadAverage = loadavg().map((load) => Math.round(load * 10) / 10);
      context.out.result({ allocation, reads, loadAverage }, () => {
        const { kinds, ...figures } = reads;
        const rows = [
          ...Object.entries(allocation),
          ...Object.entries(figures),
          ...Object.entries(kinds).map(([kind, p95]) => [`  ${kind} p95`, p95]),
          ['load average', loadAverage.join(' ')],
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
