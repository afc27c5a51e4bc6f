import type { Noun, Row } from '../core/ports/index.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode, type Options } from './command.ts';
import { fields } from './fields.ts';
import type { Column } from './output.ts';
import { type Operations, withOperations } from './withOperations.ts';

/** How a noun of the hub's queries is read on the command line. */
export type RecordView = {
  /** As in the command: `order`. */
  readonly noun: string;
  /** As in the API: `orders`. */
  readonly source: Noun;
  /** Filters of the query by their names there, each with its help. `connectionId` is given by the connection's name. */
  readonly filters: Readonly<Record<string, string>>;
  readonly columns: readonly Column<Row>[];
  /** Filters that also name one record for `show`, tried in order after its id. */
  readonly names: readonly string[];
};

const PAGE = 200;

/** A column that shows one field of a row as it is. */
export const plain = (title: string, field: string): Column<Row> => ({
  title,
  value: (row) => row[field] as string | number | null,
});
export const numeric = (title: string, field: string): Column<Row> => ({ ...plain(title, field), align: 'right' });
export const faultColumn: Column<Row> = {
  title: 'FAULT',
  value: (row) => (row['fault'] as { message?: string } | null)?.message ?? '',
};

/** `NOUN list`, with the filters that the API has. */
export function listCommand({ noun, source, filters, columns }: RecordView): Command {
  const options: Options = {
    ...Object.fromEntries(
      Object.entries(filters).map(([name, help]) => [optionOf(name), { type: 'string' as const, help }]),
    ),
    limit: { type: 'number', isInteger: true, min: 1, max: 100_000, default: 50, help: 'how many at most' },
    cursor: { type: 'string', help: 'go on where a list ended' },
  };
  return defineCommand({
    noun,
    verb: 'list',
    summary: `List ${source}, newest first`,
    options,
    examples: [`crossdock ${noun} list --limit 20 --json`],
    run: (context, args) =>
      withOperations(context, async (operations) => {
        const given: Record<string, string | undefined> = {};
        for (const name of Object.keys(filters)) given[name] = args[optionOf(name)] as string | undefined;
        const missing = await nameConnection(given, operations);
        if (missing) return context.fail(missing, EXIT.refused);
        const page = await readPages(operations, source, {
          limit: args['limit'] as number,
          cursor: args['cursor'] as string | undefined,
          filters: given,
        });
        context.out.result(page, ({ items, cursor }) => {
          const more = cursor ? `\n\nMore with --cursor ${cursor}` : '';
          return `${context.out.table(items, columns)}${more}`;
        });
        return EXIT.done;
      }),
  });
}

const optionOf = (filter: string): string => (filter === 'connectionId' ? 'connection' : filter);

async function nameConnection(given: Record<string, string | undefined>, { parts }: Operations) {
  const name = given['connectionId'];
  if (name === undefined) return undefined;
  const connection = parts.connections.byName(name);
  if (!connection) return unknown('connection', name);
  given['connectionId'] = connection.id;
  return undefined;
}

type PageQuery = {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly filters: Readonly<Record<string, string | undefined>>;
};

async function readPages({ queries }: Operations, source: Noun, { limit, cursor, filters }: PageQuery) {
  const items: Row[] = [];
  let next: string | null | undefined = cursor;
  do {
    const page = await queries.list(source, {
      limit: Math.min(PAGE, limit - items.length),
      cursor: next ?? undefined,
      filters,
    });
    items.push(...page.items);
    next = page.cursor;
  } while (next !== null && items.length < limit);
  return { items, cursor: next };
}

/** `NOUN show NAME`: one record with all that belongs to it, by its id or another name of it. */
export function showCommand(view: RecordView): Command {
  return defineCommand({
    noun: view.noun,
    verb: 'show',
    summary: `Show one of the ${view.source} with all that belongs to it`,
    positionals: { name: { help: ['id', ...view.names].join(' or ') } },
    run: (context, { name }) =>
      withOperations(context, async (operations) => {
        const row = await findRecord(operations, view, name);
        if (!row) return context.fail(unknown(view.noun, name), EXIT.refused);
        context.out.result(row, (value) => fields(value));
        return EXIT.done;
      }),
  });
}

/** A record by its id or one of its other names; the newest when a name is not unique. Undefined when there is none. */
export async function findRecord(
  { queries }: Operations,
  { source, names }: Pick<RecordView, 'source' | 'names'>,
  name: string,
): Promise<Row | undefined> {
  const byId = await queries.show(source, name);
  if (byId) return byId;
  for (const filter of names) {
    const { items } = await queries.list(source, { limit: 1, filters: { [filter]: name } });
    const [found] = items;
    if (found) return (await queries.show(source, String(found['id']))) ?? undefined;
  }
  return undefined;
}

/** The refusal for a record that is not there. */
export const unknown = (noun: string, name: string) => ({
  code: `unknown-${noun}`,
  message: `There is no ${noun} ${name}.`,
  next: `See crossdock ${noun} list.`,
});

/** Does something to each of several records; one that cannot be changed does not keep the others from it. */
export async function changeEach(
  context: CommandContext,
  noun: string,
  { names, done, change }: { names: readonly string[]; done: string; change: (name: string) => Promise<boolean> },
): Promise<ExitCode> {
  const outcomes: { id: string; changed: boolean }[] = [];
  for (const id of names) outcomes.push({ id, changed: await change(id) });
  context.out.result(outcomes, (all) => all.map(({ id, changed }) => `${id}: ${changed ? done : REFUSED}`).join('\n'));
  if (outcomes.every(({ changed }) => changed)) return EXIT.done;
  return context.fail(
    { code: 'not-changed', message: `Not every ${noun} could be changed.`, next: `See crossdock ${noun} show ID.` },
    EXIT.refused,
  );
}

const REFUSED = 'not there, or in no state that allows it';
