import { type Command, defineCommand } from '../command.ts';
import { changeEach, faultColumn, listCommand, plain, type RecordView, showCommand } from '../records.ts';
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

export const INBOX_COMMANDS: readonly Command[] = [listCommand(MESSAGE), showCommand(MESSAGE), retry];
