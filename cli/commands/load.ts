import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { LoadingCase } from '../../core/documents/loadingCase.ts';
import { drawLoad } from '../../core/loading/index.ts';
import { benchLoading, CONTAINER_SETS } from '../../pipelines/loading/benchLoading.ts';
import { type CheckedPlan, checkLoadFile, planFile } from '../../pipelines/loading/planFile.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { readSeconds } from './routeOptions.ts';

const time = { type: 'string', placeholder: 'DURATION', help: 'how long to search: 10s, 1m', default: '10s' } as const;

const loadPlan = defineCommand({
  noun: 'load',
  verb: 'plan',
  summary: 'Plan which box goes where in vehicles, containers, pallets or cartons, and in which order',
  options: {
    time,
    steps: { type: 'number', isInteger: true, min: 1, help: 'search so many loads instead, with a repeatable answer' },
    svg: { type: 'string', placeholder: 'FILE', help: 'draw the first load for the loader, a picture for each step' },
  },
  positionals: { file: { help: 'a loading case as JSON; crossdock load schema prints its JSON Schema' } },
  examples: ['crossdock load plan day.json --time 10s --json'],
  async run(context, { file, time: duration, steps, svg }) {
    const seconds = readSeconds(duration);
    if (seconds === undefined) return failTime(context, duration);
    const budget = steps === undefined ? { milliseconds: seconds * 1000 } : { steps };
    const planned = await planFile(file, { budget, signal: context.signal });
    if (!planned.ok) return failLoad(context, planned.error);
    const { given, ...plan } = planned.value;
    const [first] = plan.loads;
    if (svg !== undefined && first !== undefined) await writeFile(svg, drawLoad(given, first));
    context.out.result(plan, planText);
    return plan.left.length === 0 ? EXIT.done : EXIT.attention;
  },
});

function planText({ loads, left, check }: CheckedPlan): string {
  const lines = loads.flatMap(({ vehicle, number, compartment, boxes }, k) => {
    const { volumeShare = 0, weight = 0 } = check.loads[k] ?? {};
    return [
      `${vehicle} ${number}, ${compartment}: ${boxes.length} boxes, ${(100 * volumeShare).toFixed(2)} % full, weight ${weight}`,
      ...boxes.map(
        (box, n) =>
          `${n + 1}. ${box.item} ${box.length} x ${box.width} x ${box.height} at ${box.x}, ${box.y}, ${box.z}`,
      ),
    ];
  });
  const axles = check.axles.map(
    (axle) => `${axle.vehicle} ${axle.number}: front axle ${axle.front}, rear axle ${axle.rear}`,
  );
  return [...lines, ...axles, ...left.map(({ item, quantity }) => `left: ${quantity} x ${item}`)].join('\n');
}

const loadCheck = defineCommand({
  noun: 'load',
  verb: 'check',
  summary: 'Check a loading plan against its case',
  positionals: { file: { help: 'the case' }, answer: { help: 'a JSON answer, such as load plan --json prints' } },
  examples: ['crossdock load check day.json plan.json --json'],
  async run(context, { file, answer }) {
    const checked = await checkLoadFile(file, answer);
    if (!checked.ok) return failLoad(context, checked.error);
    context.out.result(checked.value, ({ feasible, violations, loads }) =>
      [
        ...loads.map(
          (load) =>
            `${load.vehicle} ${load.number}, ${load.compartment}: ${(100 * load.volumeShare).toFixed(2)} % full`,
        ),
        feasible ? 'Feasible' : 'Not feasible',
        ...violations,
      ].join('\n'),
    );
    return checked.value.feasible ? EXIT.done : EXIT.attention;
  },
});

const loadSchema = defineCommand({
  noun: 'load',
  verb: 'schema',
  summary: 'Print the JSON Schema of loading cases',
  examples: ['crossdock load schema --json'],
  async run(context) {
    context.out.result(z.toJSONSchema(LoadingCase, { io: 'input' }), (value) => JSON.stringify(value, null, 2));
    return EXIT.done;
  },
});

const benchLoad = defineCommand({
  noun: 'bench',
  verb: 'loading',
  summary: 'Load containers of a benchmark set, with full support and without',
  options: {
    set: { type: 'string', choices: CONTAINER_SETS, isRequired: true, help: 'which set' },
    folder: { type: 'string', placeholder: 'DIR', isRequired: true, help: 'the folder that holds container-br' },
    count: { type: 'number', isInteger: true, min: 1, max: 100, help: 'how many problems', default: 5 },
    time,
  },
  examples: ['crossdock bench loading --set br1 --folder bench-data --time 10s --json'],
  async run(context, { set, folder, count, time: duration }) {
    const seconds = readSeconds(duration);
    if (seconds === undefined) return failTime(context, duration);
    const progress = context.out.progress(count, set);
    const onProgress = (done: number) => progress.to(done);
    const options = { budget: { milliseconds: seconds * 1000 }, count, signal: context.signal, onProgress };
    const done = await benchLoading(set, folder, options).finally(() => progress.end());
    if (!done.ok) return failLoad(context, done.error);
    context.out.result(done.value, ({ rows, supported, free }) =>
      [
        context.out.table(rows, [
          { title: 'problem', value: (row) => row.name },
          { title: 'supported %', value: (row) => row.supported.toFixed(2), align: 'right' },
          { title: 'free %', value: (row) => row.free.toFixed(2), align: 'right' },
          { title: 'least support', value: (row) => row.leastSupport.toFixed(2), align: 'right' },
          { title: 's', value: (row) => row.seconds.toFixed(1), align: 'right' },
        ]),
        `average ${supported.toFixed(2)} % supported, ${free.toFixed(2)} % free`,
      ].join('\n'),
    );
    return EXIT.done;
  },
});

function failTime(context: CommandContext, duration: string): ExitCode {
  const message = `--time ${duration} is not a duration`;
  return context.fail({ code: 'bad-duration', message, next: 'give it as 10s, 1m or 1h' }, EXIT.usage);
}

function failLoad(context: CommandContext, message: string): ExitCode {
  return context.fail({ code: 'bad-load-file', message, next: 'crossdock load schema says what a case is.' });
}

/** Everything under `crossdock load`, and its benchmark. */
export const LOAD_COMMANDS: readonly Command[] = [loadPlan, loadCheck, loadSchema, benchLoad];
