import type { Trial } from '../../compose/mappingTrial.ts';
import type { LiveConnection } from '../../pipelines/connections.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { readInput } from '../readInput.ts';
import { unknown } from '../records.ts';
import { type Operations, withOperations } from '../withOperations.ts';
import { faultProblem } from './connector.ts';

const CONNECTION = { help: 'name of a connection' } as const;
const INPUT = {
  type: 'string',
  isRequired: true,
  placeholder: 'FILE',
  help: 'the rules as JSON, - for stdin',
} as const;
const LIMIT = {
  type: 'number',
  isInteger: true,
  min: 0,
  max: 10_000,
  default: 200,
  help: 'how many of the newest messages to try it on',
} as const;
const NEXT = 'Nothing was changed. Mend the rule that it names, and check again.';

type Run = (operations: Operations, connection: LiveConnection) => Promise<ExitCode>;

const onConnection = (context: CommandContext, name: string, run: Run): Promise<ExitCode> =>
  withOperations(context, async (operations) => {
    const connection = operations.parts.connections.byName(name);
    return connection ? run(operations, connection) : context.fail(unknown('connection', name), EXIT.refused);
  });

type RunOnRules = (operations: Operations, connection: LiveConnection, rules: unknown) => Promise<ExitCode>;

const onRules = async (context: CommandContext, name: string, file: string, run: RunOnRules): Promise<ExitCode> => {
  const input = readInput(file);
  if (!input.ok) return context.fail(input.error, EXIT.usage);
  return onConnection(context, name, (operations, connection) => run(operations, connection, input.value));
};

const check = defineCommand({
  noun: 'mapping',
  verb: 'check',
  summary: 'Try a mapping on the newest messages of a connection, and show what it would touch',
  positionals: { connection: CONNECTION },
  options: { input: INPUT, limit: LIMIT },
  examples: ['crossdock mapping check shop --input rules.json'],
  run: (context, { connection: name, input: file, limit }) =>
    onRules(context, name, file, async ({ parts }, connection, body) => {
      const { tryMapping } = await import('../../compose/mappingTrial.ts');
      const trial = await tryMapping(parts, connection, { body, limit });
      if (!trial.ok) return context.fail(faultProblem(trial.error, NEXT), EXIT.refused);
      context.out.result(trial.value, presented);
      return trial.value.refused.length > 0 ? EXIT.attention : EXIT.done;
    }),
});

const publish = defineCommand({
  noun: 'mapping',
  verb: 'publish',
  summary: 'Put a mapping in force that refuses none of the newest messages',
  positionals: { connection: CONNECTION },
  options: { input: INPUT, limit: LIMIT },
  examples: ['crossdock mapping publish shop --input rules.json'],
  run: (context, { connection: name, input: file, limit }) =>
    onRules(context, name, file, async ({ parts, actor }, connection, body) => {
      const { publishMapping } = await import('../../compose/mappingTrial.ts');
      const published = await publishMapping(parts, connection, { body, limit, actor });
      if (!published.ok) return context.fail(faultProblem(published.error, NEXT), EXIT.refused);
      context.out.result(
        published.value,
        ({ version, trial }) => `version ${version} is in force\n${presented(trial)}`,
      );
      return EXIT.done;
    }),
});

const list = defineCommand({
  noun: 'mapping',
  verb: 'list',
  summary: 'List the mappings that a connection has had, newest first',
  positionals: { connection: CONNECTION },
  run: (context, { connection: name }) =>
    onConnection(context, name, async ({ parts }, { id }) => {
      const versions = (await parts.store.mappings.list(id)).map(({ body: _, ...rest }) => rest);
      context.out.result(versions, (rows) =>
        context.out.table(rows, [
          { title: 'VERSION', value: ({ version }) => version, align: 'right' },
          { title: 'PUBLISHED', value: ({ publishedAt }) => publishedAt },
          { title: 'BY', value: ({ publishedBy }) => publishedBy },
        ]),
      );
      return EXIT.done;
    }),
});

const show = defineCommand({
  noun: 'mapping',
  verb: 'show',
  summary: "Show a connection's mapping, and the defaults of its connector",
  positionals: { connection: CONNECTION },
  options: { version: { type: 'number', isInteger: true, min: 1, help: 'an earlier one' } },
  run: (context, { connection: name, version }) =>
    onConnection(context, name, async ({ parts }, { id, connector }) => {
      const all = await parts.store.mappings.list(id);
      const found = version === undefined ? all[0] : all.find((one) => one.version === version);
      if (!found && version !== undefined) return context.fail(unknown('mapping', String(version)), EXIT.refused);
      const defaults = connector.mapping ?? { rules: [] };
      const shown = { version: found?.version ?? 0, body: found?.body ?? { rules: [] }, defaults };
      context.out.result(shown, (value) => JSON.stringify(value, null, 2));
      return EXIT.done;
    }),
});

function presented({ samples, touched, refused }: Trial): string {
  const lines = [`${samples} messages tried, ${touched.length} documents touched, ${refused.length} refused`];
  for (const { document, key, changes } of touched) {
    lines.push(`${document} ${key}`);
    for (const { at, from, to } of changes) lines.push(`  ${at}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`);
  }
  for (const { message, fault } of refused) lines.push(`message ${message} is refused: ${fault.message}`);
  return lines.join('\n');
}

export const MAPPING_COMMANDS: readonly Command[] = [check, publish, list, show];
