import { PULL_NAMES } from '../../connectors/kit/connector.ts';
import type { Row } from '../../core/ports/index.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { faultColumn, numeric, plain, unknown } from '../records.ts';
import { withOperations } from '../withOperations.ts';

const PAGE = 200;

const status = defineCommand({
  noun: 'sync',
  verb: 'status',
  summary: 'Show how far every connection is read, what waits and what needs a person',
  run: (context) =>
    withOperations(context, async ({ queries }) => {
      const { items } = await queries.list('connections', { limit: PAGE, filters: {} });
      const shown = await Promise.all(items.map(({ id }) => queries.show('connections', String(id))));
      const checkpoints = shown.flatMap((row) =>
        ((row?.['checkpoints'] ?? []) as readonly Row[]).map((at): Row => ({ connection: row?.['name'], ...at })),
      );
      const overview = await queries.overview();
      context.out.result(
        { overview, checkpoints },
        () => `${figures(overview)}\n\n${context.out.table(checkpoints, COLUMNS)}`,
      );
      return needsPerson(overview, checkpoints) ? EXIT.attention : EXIT.done;
    }),
});

const COLUMNS = [
  plain('CONNECTION', 'connection'),
  plain('CAPABILITY', 'capability'),
  plain('SINCE', 'since'),
  numeric('RECEIVED', 'received'),
  plain('LAST RUN', 'runEndedAt'),
  faultColumn,
];

const figures = (overview: Row): string =>
  Object.entries(overview)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

const needsPerson = (overview: Row, checkpoints: readonly Row[]): boolean =>
  Number(overview['inboxParked']) + Number(overview['deliveriesAttention']) > 0 ||
  checkpoints.some(({ fault }) => fault !== null);

const run = defineCommand({
  noun: 'sync',
  verb: 'run',
  summary: 'Read now what changed on a connection, and apply it',
  positionals: {
    connection: { help: 'its name' },
    capability: { help: 'one pull instead of all that it has', isOptional: true, choices: PULL_NAMES },
  },
  options: { fromStart: { type: 'boolean', help: 'read everything again; what is known changes nothing' } },
  examples: ['crossdock sync run shop pullOrders'],
  run: (context, { connection: name, capability, fromStart }) =>
    withOperations(context, async ({ parts }) => {
      const connection = parts.connections.byName(name);
      if (!connection) return context.fail(unknown('connection', name), EXIT.refused);
      const { runSync } = await import('../../compose/syncRun.ts');
      const asked = { capability, isFromStart: fromStart, signal: context.signal };
      const onError = (error: unknown): void => context.log.warn({ err: error }, 'while it was applied');
      const ran = await runSync(parts, connection, asked, onError);
      if (!ran.ok) {
        const { code, message } = ran.error;
        return context.fail({ code, message, next: `See crossdock connection show ${name}.` }, EXIT.refused);
      }
      context.out.result(ran.value, (runs) => context.out.table(runs as readonly Row[], RUN_COLUMNS));
      return ran.value.some(({ fault }) => fault !== null) ? EXIT.attention : EXIT.done;
    }),
});

const RUN_COLUMNS = [
  plain('CAPABILITY', 'capability'),
  numeric('PAGES', 'pages'),
  numeric('ITEMS', 'items'),
  numeric('NEW', 'fresh'),
  faultColumn,
];

export const SYNC_COMMANDS: readonly Command[] = [status, run];
