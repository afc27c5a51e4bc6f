import { randomUUID } from 'node:crypto';
import { SCOPES } from '../../api/context.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { withOperations } from '../withOperations.ts';

const DAY_MS = 86_400_000;

const create = defineCommand({
  noun: 'key',
  verb: 'create',
  summary: 'Make an API key; it is shown this once',
  positionals: { name: { help: 'whom or what it is for' } },
  options: {
    scope: { type: 'string', choices: SCOPES, default: 'write', help: 'what it may do, and all that is less' },
    days: { type: 'number', isInteger: true, min: 1, max: 3650, help: 'days until it expires' },
  },
  examples: ['crossdock key create dashboard --scope read --days 90'],
  run: (context, { name, scope, days }) =>
    withOperations(context, async ({ parts, actor }) => {
      const id = randomUUID();
      const scopes = SCOPES.slice(0, SCOPES.indexOf(scope) + 1);
      const expiresAt = days === undefined ? null : new Date(Date.now() + days * DAY_MS);
      const key = await parts.store.keys.createKey({ id, name, scopes, expiresAt }, actor);
      context.out.note('Keep it: only its hash is stored.');
      context.out.result({ id, name, scopes, expiresAt, key }, () => key);
      return EXIT.done;
    }),
});

const list = defineCommand({
  noun: 'key',
  verb: 'list',
  summary: 'List the API keys, without what they are',
  run: (context) =>
    withOperations(context, async ({ parts }) => {
      const keys = await parts.store.keys.listKeys();
      context.out.result(keys, (rows) =>
        context.out.table(rows, [
          { title: 'ID', value: ({ id }) => id },
          { title: 'NAME', value: ({ name }) => name },
          { title: 'BEGINS', value: ({ prefix }) => prefix },
          { title: 'SCOPES', value: ({ scopes }) => scopes.join(' ') },
          { title: 'CREATED', value: ({ createdAt }) => createdAt },
          { title: 'REVOKED', value: ({ revokedAt }) => revokedAt },
        ]),
      );
      return EXIT.done;
    }),
});

const revoke = defineCommand({
  noun: 'key',
  verb: 'revoke',
  summary: 'End an API key; requests with it are refused within seconds',
  positionals: { key: { help: 'its id, name or beginning' } },
  run: (context, { key }) =>
    withOperations(context, async ({ parts, actor }) => {
      const valid = (await parts.store.keys.listKeys()).filter(({ revokedAt }) => revokedAt === null);
      const found = valid.filter(({ id, name, prefix }) => [id, name, prefix].includes(key));
      const [only] = found;
      if (!only || found.length > 1) {
        const message = found.length > 1 ? `${found.length} keys are called ${key}.` : `There is no valid key ${key}.`;
        return context.fail({ code: 'unknown-key', message, next: 'See crossdock key list.' }, EXIT.refused);
      }
      await parts.store.keys.revokeKey(only.id, actor);
      context.out.result({ id: only.id, name: only.name }, ({ name }) => `${name} is revoked`);
      return EXIT.done;
    }),
});

export const KEY_COMMANDS: readonly Command[] = [create, list, revoke];
