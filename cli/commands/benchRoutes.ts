import { BENCH_SETS, benchSet } from '../../pipelines/routing/benchSet.ts';
import { defineCommand, EXIT } from '../command.ts';
import { readSeconds, searchOptions } from './routeOptions.ts';

export const benchRoutes = defineCommand({
  noun: 'bench',
  verb: 'routes',
  summary: 'Solve a benchmark set and compare with the best known costs',
  options: {
    set: { type: 'string', choices: BENCH_SETS, isRequired: true, help: 'which set' },
    folder: { type: 'string', placeholder: 'DIR', isRequired: true, help: 'the folder that holds the sets' },
    all: { type: 'boolean', help: 'every instance of the set, not the fixed sample' },
    time: searchOptions.time,
    threads: searchOptions.threads,
    seed: searchOptions.seed,
  },
  examples: ['crossdock bench routes --set cvrp-x --folder bench-data --time 60s --json'],
  async run(context, { set, folder, all, time, threads, seed }) {
    const milliseconds = (readSeconds(time) ?? Number.NaN) * 1000;
    if (Number.isNaN(milliseconds)) {
      const message = `--time ${time} is not a duration`;
      return context.fail({ code: 'bad-duration', message, next: 'give it as 60s, 10m or 2h' }, EXIT.usage);
    }
    const done = await benchSet(set, folder, {
      all: all === true,
      budget: { milliseconds },
      threads,
      seed,
      signal: context.signal,
    });
    if (!done.ok) return context.fail({ code: 'bad-bench-data', message: done.error, next: 'check --folder' });
    context.out.result(done.value, ({ rows, averageGap }) =>
      [
        context.out.table(rows, [
          { title: 'instance', value: (row) => row.name },
          { title: 'cost', value: (row) => row.cost, align: 'right' },
          { title: 'best known', value: (row) => row.best, align: 'right' },
          {
            title: 'vehicles',
            value: (row) => `${row.vehicles}${row.bestVehicles === undefined ? '' : ` of ${row.bestVehicles}`}`,
            align: 'right',
          },
          { title: 'gap %', value: (row) => row.gap.toFixed(3), align: 'right' },
        ]),
        `average gap ${averageGap.toFixed(3)} %`,
      ].join('\n'),
    );
    return done.value.rows.every((row) => row.feasible) ? EXIT.done : EXIT.attention;
  },
});
