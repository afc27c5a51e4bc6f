import type { EventDocument } from '../../core/documents/index.ts';
import { parseInstant } from '../../core/shared/instant.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { unknown } from '../records.ts';
import { withOperations } from '../withOperations.ts';

const patternsOf = (types: string | undefined): readonly string[] | undefined =>
  types?.split(',').map((one) => one.trim());

const list = defineCommand({
  noun: 'event',
  verb: 'list',
  summary: 'List what happened in the hub, oldest first',
  options: {
    after: { type: 'string', placeholder: 'ID', help: 'behind the event with this id' },
    since: { type: 'string', placeholder: 'INSTANT', help: 'noted at or after' },
    types: { type: 'string', placeholder: 'A,B', help: 'such as order.*,stock.changed' },
    subject: { type: 'string', help: 'what it happened to, such as order/ID' },
    limit: { type: 'number', isInteger: true, min: 1, max: 10_000, default: 50, help: 'how many at most' },
  },
  examples: ['crossdock event list --types order.* --limit 20'],
  run: (context, { after, since, types, subject, limit }) =>
    withOperations(context, async ({ events }) => {
      const from = since === undefined ? undefined : parseInstant(since);
      if (from && !from.ok) return context.fail(notAnInstant(since), EXIT.usage);
      const items = await events.list({ after, since: from?.value, types: patternsOf(types), subject, limit });
      context.out.result({ items }, () =>
        context.out.table(items, [
          { title: 'ID', value: ({ id }: EventDocument) => id, align: 'right' },
          { title: 'TIME', value: ({ time }) => time },
          { title: 'TYPE', value: ({ type }) => type },
          { title: 'SUBJECT', value: ({ subject: about }) => about },
        ]),
      );
      return EXIT.done;
    }),
});

const notAnInstant = (text: string | undefined) => ({
  code: 'malformed-instant',
  message: `${text} is not an instant.`,
  next: 'Write it like 2026-11-01T00:00:00Z.',
});

const replay = defineCommand({
  noun: 'event',
  verb: 'replay',
  summary: 'Have a connection told again what happened since a time',
  positionals: { connection: { help: 'name of a connection that takes events' } },
  options: {
    since: { type: 'string', isRequired: true, placeholder: 'INSTANT', help: 'events noted at or after' },
    types: { type: 'string', placeholder: 'A,B', help: 'such as order.*; all without it' },
  },
  examples: ['crossdock event replay shop-events --since 2026-11-01T00:00:00Z'],
  run: (context, { connection: name, since, types }) =>
    withOperations(context, async ({ events, parts, actor }) => {
      const connection = parts.connections.byName(name);
      if (!connection?.connector.capabilities.pushEvent) {
        return context.fail(unknown('connection that takes events', name), EXIT.refused);
      }
      const from = parseInstant(since);
      if (!from.ok) return context.fail(notAnInstant(since), EXIT.usage);
      const told = await events.replay(connection.id, from.value, patternsOf(types) ?? ['*'], actor);
      context.out.result({ events: told }, () => `${told} events are told ${name} again`);
      return EXIT.done;
    }),
});

export const EVENT_COMMANDS: readonly Command[] = [list, replay];
