import { expect, test } from 'vitest';
import { type Command, defineCommand, EXIT, nameOf } from '../../../cli/command.ts';
import { COMMANDS } from '../../../cli/commands/index.ts';
import { GLOBAL_OPTIONS } from '../../../cli/parseArguments.ts';
import { captured } from '../../support/captured.ts';

const list = defineCommand({
  noun: 'order',
  verb: 'list',
  summary: 'List orders',
  options: { limit: { type: 'number', isInteger: true, default: 20, help: 'how many' } },
  examples: ['crossdock order list --limit 5'],
  run({ out }, { limit }) {
    const rows = [{ number: 'A-1', lines: limit }];
    out.note('reading');
    out.result(rows, (all) =>
      out.table(all, [
        { title: 'NUMBER', value: (row) => row.number },
        { title: 'LINES', value: (row) => row.lines, align: 'right' },
      ]),
    );
    return EXIT.done;
  },
});
const show = defineCommand({
  noun: 'order',
  verb: 'show',
  summary: 'Show an order',
  positionals: { number: { help: 'order number' } },
  run: ({ fail }, { number }) =>
    fail(
      { code: 'unknown-order', message: `there is no order ${number}`, next: 'See crossdock order list.' },
      EXIT.refused,
    ),
});
const wait = defineCommand({
  noun: 'wait',
  summary: 'Wait',
  run: ({ signal }) => signal.throwIfAborted() ?? EXIT.done,
});
const crash = defineCommand({
  noun: 'crash',
  summary: 'Crash',
  run() {
    throw new TypeError('a bug');
  },
});
const commands: readonly Command[] = [list, show, wait, crash];
const run = (line: string) => captured(line.split(' ').filter(Boolean), commands);

test('a result goes to stdout as lined-up text and a remark to stderr', async () => {
  expect(await run('order list')).toEqual({ code: 0, stdout: 'NUMBER  LINES\nA-1        20\n', stderr: 'reading\n' });
});

test('with --json the result is one JSON line and nothing else is said', async () => {
  expect(await run('order list --limit 3 --json')).toEqual({
    code: 0,
    stdout: '[{"number":"A-1","lines":3}]\n',
    stderr: '',
  });
});

test.each([
  ['', 'no command given'],
  ['ordr list', '"ordr" is no command, did you mean order?'],
  ['order', 'order needs a verb'],
  ['order lst', '"lst" is no verb of order, did you mean list?'],
  ['order xyzzy', '"xyzzy" is no verb of order, it has list, show'],
  ['order list --limt 3', 'order list: unknown option --limt, did you mean --limit?'],
  ['order list 7', 'order list: "7" is one word too many'],
  ['order show', 'order show: NUMBER is missing: order number'],
  ['help ordr', '"ordr" is no command, did you mean order?'],
])('"%s" is wrong usage: exit 2, nothing on stdout, %s', async (line, message) => {
  const { code, stdout, stderr } = await run(line);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.split('\n')[0]).toBe(`crossdock: ${message}`);
});

test('a refusal names the thing and the next step on stderr, and answers its exit code', async () => {
  expect(await run('order show 9')).toEqual({
    code: 3,
    stdout: '',
    stderr: 'crossdock: there is no order 9\n  See crossdock order list.\n',
  });
  const { stderr } = await run('order show 9 --json');
  expect(JSON.parse(stderr).error.code).toBe('unknown-order');
});

test('a command that stops on Ctrl-C ends with 130, and a bug is thrown through', async () => {
  const stopped = await captured(['wait'], commands, { signal: AbortSignal.abort() });
  expect(stopped.code).toBe(130);
  await expect(run('crash')).rejects.toThrow('a bug');
});

test.each([
  'help',
  'help order',
  'help order list',
  'order --help',
  'order list --help',
  'order list --bogus -h',
  '--help',
])('"%s" prints help on stdout and exits 0', async (line) => {
  const { code, stdout, stderr } = await run(line);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Usage: crossdock');
});

test('help of a command names each argument, option, default and example', async () => {
  const { stdout } = await run('help order list');
  expect(stdout).toBe(`List orders

Usage: crossdock order list [options]

Options:
      --limit N   how many (default 20)
      --json      print the result as JSON
      --data DIR  data directory (default: CROSSDOCK_DATA, or .crossdock)
  -h, --help      show this help

Examples:
  crossdock order list --limit 5
`);
});

test('the hub’s own commands have distinct names, no option that hides a global one, and examples that parse', async () => {
  expect(new Set(COMMANDS.map(nameOf)).size).toBe(COMMANDS.length);
  for (const command of COMMANDS) {
    const own = Object.keys({ ...command.options, ...command.positionals });
    expect(own.filter((name) => name in GLOBAL_OPTIONS)).toEqual([]);
    expect(command.summary).not.toMatch(/\.$/);
    const noop: Command = { ...command, run: async () => EXIT.done };
    for (const example of command.examples) {
      expect(example).toMatch(/^crossdock /);
      const words = wordsOf(example.replace(/ [>|].*$/, '')).slice(1);
      expect({ example, code: (await captured(words, [noop])).code }).toEqual({ example, code: 0 });
    }
  }
});

/** The words of a command line as a shell hands them on: quotes keep blanks together. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}
