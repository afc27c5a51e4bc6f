import type { ReplayFilter } from '../../core/ports/index.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { changeEach, faultColumn, listCommand, plain, type RecordView, showCommand, unknown } from '../records.ts';
import { withOperations } from '../withOperations.ts';

const MESSAGE: RecordView = {
  noun: 'inbox',
  source: 'inbox',
  filters: {
    connectionId: 'the connection that it came by',
    topic: 'what it is about',
    state: 'received, applied, ignored, parked or dead',
  },
  columns: [
    plain('ID', 'id'),
    plain('TOPIC', 'topic'),
    plain('SUBJECT', 'subject'),
    plain('STATE', 'state'),
    plain('REASON', 'reason'),
    plain('RECEIVED', 'receivedAt'),
    faultColumn,
  ],
  names: [],
};

const retry = defineCommand({
  noun: 'inbox',
  verb: 'retry',
  summary: 'Apply parked, dead or ignored messages again',
  positionals: { ids: { help: 'ids of messages', isRepeated: true } },
  run: (context, { ids }) =>
    withOperations(context, ({ retryMessage, actor }) =>
      changeEach(context, 'inbox', { names: ids, done: 'waits again', change: (id) => retryMessage(id, actor) }),
    ),
});

const replay = defineCommand({
  noun: 'inbox',
  verb: 'replay',
  summary: 'Go through stored messages again, as if they came now; what is as it was changes nothing',
  positionals: {
    ids: { help: 'ids of messages; without them, those that the options find', isRepeated: true, isOptional: true },
  },
  options: {
    connection: { type: 'string', help: 'that came by this connection' },
    topic: { type: 'string', help: 'that are about this' },
    state: { type: 'string', choices: ['applied', 'ignored', 'parked', 'dead'], help: 'that ended so' },
    since: { type: 'string', placeholder: 'INSTANT', help: 'that came at or after' },
    dryRun: { type: 'boolean', help: 'only count them' },
  },
  examples: ['crossdock inbox replay --state dead --dry-run'],
  run: (context, { ids, connection: name, topic, state, since, dryRun }) =>
    withOperations(context, async ({ parts, actor }) => {
      const connection = name === undefined ? undefined : parts.connections.byName(name);
      if (name !== undefined && !connection) return context.fail(unknown('connection', name), EXIT.refused);
      const filter = { ids: ids.length > 0 ? ids : undefined, connection: connection?.id, topic, state, since };
      if (!isUsable(filter)) return context.fail(NOTHING_SAID, EXIT.usage);
      const messages = dryRun ? await parts.store.countMessages(filter) : await parts.store.replay(filter, actor);
      context.out.result({ messages, dryRun }, () => `${messages} messages ${dryRun ? 'would wait' : 'wait'} again`);
      return EXIT.done;
    }),
});

function isUsable({ ids, since, ...others }: ReplayFilter): boolean {
  if (ids?.some((id) => !/^\d{1,18}$/.test(id)) || Number.isNaN(Date.parse(since ?? '2026-01-01'))) return false;
  return [ids, since, ...Object.values(others)].some((value) => value !== undefined);
}

const NOTHING_SAID = {
  code: 'nothing-named',
  message: 'Say which messages: by their ids, or by connection, topic, state and an instant.',
  next: 'See crossdock inbox list.',
};

export const INBOX_COMMANDS: readonly Command[] = [listCommand(MESSAGE), showCommand(MESSAGE), retry, replay];
