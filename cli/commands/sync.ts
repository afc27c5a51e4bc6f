import type { Row } from '../../core/ports/index.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { faultColumn, numeric, plain } from '../records.ts';
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

export const SYNC_COMMANDS: readonly Command[] = [status];
