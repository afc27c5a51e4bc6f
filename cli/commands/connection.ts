import type { ConnectionId } from '../../core/shared/ids.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { readInput } from '../readInput.ts';
import { readSettings } from '../readSettings.ts';
import { faultColumn, findRecord, listCommand, plain, type RecordView, showCommand, unknown } from '../records.ts';
import { type Operations, withOperations } from '../withOperations.ts';
import { faultProblem } from './connector.ts';

const CONNECTION: RecordView = {
  noun: 'connection',
  source: 'connections',
  filters: { connector: 'id of a connector', state: 'active, paused or needs-auth' },
  columns: [
    plain('NAME', 'name'),
    plain('CONNECTOR', 'connector'),
    plain('STATE', 'state'),
    plain('CREATED', 'createdAt'),
    faultColumn,
  ],
  names: ['name'],
};
const NAME = { help: 'its name' } as const;

const add = defineCommand({
  noun: 'connection',
  verb: 'add',
  summary: 'Connect a system; its secrets are sealed and never shown again',
  positionals: { name: NAME },
  options: {
    connector: { type: 'string', isRequired: true, help: 'id of a connector, see crossdock connector list' },
    settings: { type: 'string', placeholder: 'FILE', help: 'settings as a JSON object, - for stdin' },
    oauth: { type: 'boolean', help: 'a user agrees in a browser: prints the page' },
    set: { type: 'list', placeholder: 'NAME=VALUE', help: 'one setting, NAME:=JSON for anything but text' },
  },
  examples: [
    'crossdock connection add market --connector marketplace --settings market.json',
    'crossdock connection add shop --connector shopify --oauth --settings shop.json',
  ],
  async run(context, { name, connector, oauth, settings: file, set }) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return context.fail(BAD_NAME, EXIT.refused);
    const settings = readSettings(file, set);
    if (!settings.ok) return context.fail(settings.error);
    return withOperations(context, async (operations) => {
      const { connections, actor } = operations;
      const added = await connections.add({ name, connector, settings: settings.value, oauth }, actor);
      if (!added.ok) {
        const { code, message } = added.error;
        const next = 'See crossdock connector list and crossdock connection list.';
        return context.fail({ code, message: `${name} was not connected: ${message}.`, next }, EXIT.refused);
      }
      if (oauth) return showConsent(context, operations, { id: added.value, name });
      context.out.result(
        { id: added.value, name },
        () => `${name} is connected; try crossdock connection test ${name}`,
      );
      return EXIT.done;
    });
  },
});

/** Prints the page on which a user agrees. The hub receives the answer, so nothing has to wait here. */
async function showConsent(
  context: CommandContext,
  { connections }: Operations,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<ExitCode> {
  const begun = await connections.authorize(id);
  if (!begun?.ok) {
    const { code, message } = begun?.error ?? UNUSABLE(name);
    const next = 'Its connector or its settings authorize in another way; see crossdock connector list.';
    return context.fail({ code, message: `${message}.`, next }, EXIT.refused);
  }
  context.out.result(
    { id, name, url: begun.value },
    ({ url }) => `Open this page within ten minutes and agree; the hub must be running to hear of it:\n${url}`,
  );
  return EXIT.done;
}

const authorize = defineCommand({
  noun: 'connection',
  verb: 'authorize',
  summary: 'Get the page on which a user agrees to a connection, first or again',
  positionals: { name: NAME },
  run: (context, { name }) =>
    onConnection(context, name, (operations, id) => showConsent(context, operations, { id, name })),
});

const BAD_NAME = {
  code: 'malformed-name',
  message: 'A name has small letters, digits and hyphens, at most 63, and begins with a letter or digit.',
  next: 'Choose another: it stands in the address of its webhooks.',
};

/** Runs something on the connection of a name, or refuses. */
function onConnection(
  context: CommandContext,
  name: string,
  run: (operations: Operations, id: ConnectionId) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withOperations(context, async (operations) => {
    const row = await findRecord(operations, CONNECTION, name);
    return row ? run(operations, row['id'] as ConnectionId) : context.fail(unknown('connection', name), EXIT.refused);
  });
}

const test = defineCommand({
  noun: 'connection',
  verb: 'test',
  summary: 'Ask the system whether the credentials are good',
  positionals: { name: NAME },
  run: (context, { name }) =>
    onConnection(context, name, async ({ connections }, id) => {
      const answer = await connections.test(id);
      if (!answer) return context.fail(UNUSABLE(name), EXIT.failed);
      if (!answer.ok) {
        const { kind, code, message } = answer.error;
        const next = kind === 'auth' ? 'Add it again with good credentials.' : 'See crossdock doctor, then try again.';
        return context.fail({ code, message: `${name} answers: ${message} (${kind}).`, next });
      }
      context.out.result({ name, about: answer.value }, ({ about }) => `${name}: ${about}`);
      return EXIT.done;
    }),
});

const UNUSABLE = (name: string) => ({
  code: 'unusable-connection',
  message: `${name} cannot be used: its connector or its settings are not those of this version.`,
  next: 'Remove it and add it again.',
});

const call = defineCommand({
  noun: 'connection',
  verb: 'call',
  summary: 'Run one capability against the live system; a write only with --yes',
  positionals: { name: NAME, capability: { help: 'such as quoteRates, pullOrders or pushOrder' } },
  options: {
    input: { type: 'string', placeholder: 'FILE', help: 'JSON: a query, a document, or a checkpoint; - for stdin' },
    yes: { type: 'boolean', help: 'send a write; without it, show what would be sent' },
    reference: { type: 'string', help: 'what a write carries over there; a new one by default' },
  },
  examples: ['crossdock connection call ups quoteRates --input query.json --json'],
  run(context, { name, capability, input: file, yes, reference }) {
    const input = file === undefined ? { ok: true as const, value: {} } : readInput(file);
    if (!input.ok) return Promise.resolve(context.fail(input.error, EXIT.usage));
    return withOperations(context, async ({ parts, actor }) => {
      const connection = parts.connections.byName(name);
      if (!connection) return context.fail(unknown('connection', name), EXIT.refused);
      const { callCapability } = await import('../../compose/connectionCall.ts');
      const { signal } = context;
      const asked = { capability, input: input.value, isConfirmed: yes, reference, actor, signal };
      const called = await callCapability(parts, connection, asked);
      if (!called.ok) return context.fail(faultProblem(called.error, `See crossdock connection test ${name}.`));
      context.out.result(called.value, (value) => JSON.stringify(value, null, 2));
      return called.value.kind === 'not-sent' ? EXIT.attention : EXIT.done;
    });
  },
});

const stateCommand = (verb: string, state: 'active' | 'paused' | 'removed', summary: string): Command =>
  defineCommand({
    noun: 'connection',
    verb,
    summary,
    positionals: { name: NAME },
    run: (context, { name }) =>
      onConnection(context, name, async ({ connections, actor }, id) => {
        if (!(await connections.setState(id, state, actor))) return context.fail(UNUSABLE(name), EXIT.refused);
        context.out.result({ name, state }, () => `${name} is ${state}`);
        return EXIT.done;
      }),
  });

export const CONNECTION_COMMANDS: readonly Command[] = [
  add,
  listCommand(CONNECTION),
  showCommand(CONNECTION),
  test,
  authorize,
  call,
  stateCommand('pause', 'paused', 'Stop reading from and writing to a system; its work waits'),
  stateCommand('resume', 'active', 'Go on with a paused system'),
  stateCommand('remove', 'removed', 'Forget a system; what came from it stays'),
];
