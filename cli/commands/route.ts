import { z } from 'zod';
import { RoutingCase } from '../../core/documents/routingCase.ts';
import { checkFile, solveFile } from '../../pipelines/routing/solveFile.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { ROUNDINGS, readSeconds, searchOptions } from './routeOptions.ts';

const matrixOption = {
  type: 'string',
  placeholder: 'FILE',
  help: 'arc costs instead of coordinates: one row for each place, depots first',
} as const;

const routeSolve = defineCommand({
  noun: 'route',
  verb: 'solve',
  summary: 'Solve a vehicle routing file',
  options: { ...searchOptions, matrix: matrixOption },
  positionals: { file: { help: 'a VRPLIB, Solomon, Gehring-Homberger, Cordeau or JSON case file, plain or gzip' } },
  examples: ['crossdock route solve X-n101-k25.vrp --time 60s --threads 2 --json'],
  async run(context, args) {
    const { file, time, idle, steps, threads, seed, objective, rounding, matrix, target } = args;
    const seconds = readSeconds(time);
    if (seconds === undefined) return failTime(context, time);
    const idleSeconds = idle === undefined ? undefined : readSeconds(idle);
    if (idle !== undefined && idleSeconds === undefined) return failTime(context, idle);
    const idleMilliseconds = idleSeconds === undefined ? undefined : idleSeconds * 1000;
    const budget = steps === undefined ? { milliseconds: seconds * 1000 } : { steps };
    const vehiclesFirst = objective === 'vehicles';
    const { signal } = context;
    const stops = { target, idleMilliseconds, signal };
    const solved = await solveFile(file, { budget, threads, seed, rounding, matrix, vehiclesFirst, ...stops });
    if (!solved.ok) return failFile(context, solved.error);
    context.out.result(solved.value, ({ cost, vehicles, routes, violations }) =>
      [...routes.map((route, r) => `Route #${r + 1}: ${route.join(' ')}`), `Cost ${cost}`, `Vehicles ${vehicles}`]
        .concat(violations)
        .join('\n'),
    );
    return solved.value.feasible ? EXIT.done : EXIT.attention;
  },
});

const routeCheck = defineCommand({
  noun: 'route',
  verb: 'check',
  summary: 'Price and check a solution of a vehicle routing file',
  options: { rounding: searchOptions.rounding, matrix: matrixOption },
  positionals: {
    file: { help: 'the problem' },
    solution: { help: 'routes in the CVRPLIB format ("Route #1: 4 7 9") or a JSON answer' },
  },
  examples: ['crossdock route check X-n101-k25.vrp X-n101-k25.sol --json'],
  async run(context, { file, solution, rounding, matrix }) {
    const checked = await checkFile(file, solution, { rounding, matrix });
    if (!checked.ok) return failFile(context, checked.error);
    context.out.result(checked.value, ({ cost, vehicles, feasible, violations }) =>
      [`Cost ${cost}`, `Vehicles ${vehicles}`, feasible ? 'Feasible' : 'Not feasible', ...violations].join('\n'),
    );
    return checked.value.feasible ? EXIT.done : EXIT.attention;
  },
});

function failTime(context: CommandContext, time: string): ExitCode {
  const message = `${time} is not a duration`;
  return context.fail({ code: 'bad-duration', message, next: 'give it as 60s, 10m or 2h' }, EXIT.usage);
}

function failFile(context: CommandContext, message: string): ExitCode {
  return context.fail({
    code: 'bad-route-file',
    message,
    next: `files are VRPLIB or Solomon; see --rounding (${ROUNDINGS.join(', ')})`,
  });
}

const routeSchema = defineCommand({
  noun: 'route',
  verb: 'schema',
  summary: 'Print the JSON Schema of routing cases',
  examples: ['crossdock route schema --json'],
  async run(context) {
    const schema = z.toJSONSchema(RoutingCase, { io: 'input' });
    context.out.result(schema, (value) => JSON.stringify(value, null, 2));
    return EXIT.done;
  },
});

/** Everything under `crossdock route`. */
export const ROUTE_COMMANDS: readonly Command[] = [routeSolve, routeCheck, routeSchema];
