import type { Result } from '../../core/shared/result.ts';
import type { TransferAnswer, TransferRefusal } from '../../core/usecases/operateTransfer.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';
import { refused } from '../refused.ts';
import { readSkuUnits } from '../skuUnits.ts';
import { withOperations } from '../withOperations.ts';

const TRANSFER: RecordView = {
  noun: 'transfer',
  source: 'transfers',
  filters: { from: 'code of a location', to: 'code of a location', status: 'where it is' },
  columns: [
    plain('ID', 'id'),
    plain('FROM', 'from'),
    plain('TO', 'to'),
    plain('STATUS', 'status'),
    plain('EXPECTED', 'expectedOn'),
    numeric('VERSION', 'version'),
  ],
  names: [],
};

const NEXT = 'See crossdock transfer list.';

function answer(context: CommandContext, done: Result<TransferAnswer, TransferRefusal>, did: string): ExitCode {
  if (!done.ok) return refused(context, 'The transfer was not changed', done.error, NEXT);
  context.out.result(done.value, ({ id }) => `${id} ${did}`);
  return EXIT.done;
}

const lines = { type: 'list', short: 'l', placeholder: 'SKU=UNITS' } as const;

/** The lines that were given, or the exit code after saying which of them cannot be read. */
function readLines(context: CommandContext, given: readonly string[]) {
  const read = given.map(readSkuUnits);
  const wrong = given[read.indexOf(undefined)];
  if (wrong === undefined) return read.filter((line) => line !== undefined);
  const message = `${wrong} is not a line.`;
  return context.fail({ code: 'not-a-line', message, next: 'Write SKU=UNITS, such as MUG-01=12.' }, EXIT.usage);
}

const open = defineCommand({
  noun: 'transfer',
  verb: 'open',
  summary: 'Ask for units to go from one location to another',
  positionals: { from: { help: 'code of the location that gives' }, to: { help: 'code of the one that gets' } },
  options: {
    line: { ...lines, help: 'a product and how many units of it' },
    expected: { type: 'string', placeholder: 'DAY', help: 'day of arrival' },
    note: { type: 'string', help: 'for people' },
  },
  examples: ['crossdock transfer open main store-7 --line MUG-01=12 --expected 2026-03-31'],
  run: (context, { from, to, line, expected, note }) => {
    const read = readLines(context, line);
    if (typeof read === 'number') return read;
    return withOperations(context, async ({ environment, actor }) => {
      const { openTransfer } = await import('../../core/usecases/operateTransfer.ts');
      const units = read.map(({ sku, quantity }) => ({ sku, quantity }));
      const command = { from, to, lines: units, expectedOn: expected, note, actor };
      return answer(context, await openTransfer(command, environment), 'opened');
    });
  },
});

const send = defineCommand({
  noun: 'transfer',
  verb: 'send',
  summary: 'Send the units of a transfer: all that are open, or some',
  positionals: { id: { help: 'the transfer' } },
  options: { line: { ...lines, help: 'only these units' } },
  examples: ['crossdock transfer send ID --line MUG-01=5'],
  run: (context, { id, line }) => {
    const read = readLines(context, line);
    if (typeof read === 'number') return read;
    return withOperations(context, async ({ environment, actor }) => {
      const { sendTransfer } = await import('../../core/usecases/operateTransfer.ts');
      const units = read.length === 0 ? undefined : read.map(({ sku, quantity, more }) => ({ sku, quantity, ...more }));
      return answer(context, await sendTransfer({ id, lines: units, actor }, environment), 'sent');
    });
  },
});

const receive = defineCommand({
  noun: 'transfer',
  verb: 'receive',
  summary: 'Book what arrived of a transfer, arrived broken, and is missing',
  positionals: { id: { help: 'the transfer' } },
  options: {
    line: { ...lines, help: 'good units, with ,damaged=N ,lost=N ,bin=CODE ,lot=CODE after them' },
    reason: { type: 'string', help: 'why units are missing or broken' },
  },
  examples: ['crossdock transfer receive ID --line MUG-01=10,damaged=1,lost=1 --reason open-box'],
  run: (context, { id, line, reason = null }) => {
    const read = readLines(context, line);
    if (typeof read === 'number') return read;
    return withOperations(context, async ({ environment, actor }) => {
      const { receiveTransfer } = await import('../../core/usecases/operateTransfer.ts');
      const arrived = read.map(({ sku, quantity, more: { damaged, lost, ...place } }) => ({
        ...{ sku, received: quantity, damaged: Number(damaged ?? 0), lost: Number(lost ?? 0), reason, ...place },
      }));
      return answer(context, await receiveTransfer({ id, lines: arrived, actor }, environment), 'received');
    });
  },
});

const cancel = defineCommand({
  noun: 'transfer',
  verb: 'cancel',
  summary: 'Give up what of a transfer was not sent',
  positionals: { id: { help: 'the transfer' } },
  run: (context, { id }) =>
    withOperations(context, async ({ environment, actor }) => {
      const { cancelTransfer } = await import('../../core/usecases/operateTransfer.ts');
      return answer(context, await cancelTransfer({ id, actor }, environment), 'cancelled');
    }),
});

export const TRANSFER_COMMANDS: readonly Command[] = [
  listCommand(TRANSFER),
  showCommand(TRANSFER),
  open,
  send,
  receive,
  cancel,
];
