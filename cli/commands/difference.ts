import type { OrderId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { OrderRefusal, OrderTarget } from '../../core/usecases/changeOrder.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { findRecord, unknown } from '../records.ts';
import { refused } from '../refused.ts';
import { type Operations, withOperations } from '../withOperations.ts';
import { ORDER_NAMES } from './orderAction.ts';

const order = { help: 'id, reference, number or external id' };
const connection = { help: 'name of the connection of the destination' };
const minor = { type: 'number', isInteger: true, placeholder: 'MINOR' } as const;

function onOrder(
  context: CommandContext,
  name: string,
  run: (target: OrderTarget, operations: Operations) => Promise<Result<void, OrderRefusal>>,
): Promise<ExitCode> {
  return withOperations(context, async (operations) => {
    const row = await findRecord(operations, { source: 'orders', names: ORDER_NAMES }, name);
    if (!row) return context.fail(unknown('order', name), EXIT.refused);
    const done = await run({ id: row['id'] as OrderId, by: operations.actor }, operations);
    if (!done.ok) return refused(context, 'Nothing was changed', done.error, `See crossdock order money ${name}.`);
    context.out.result({ done: true }, () => `${row['number']}: booked`);
    return EXIT.done;
  });
}

const state = defineCommand({
  noun: 'difference',
  verb: 'state',
  summary: 'Say what an order comes to at a destination',
  positionals: { order, connection },
  options: {
    grand: { ...minor, isRequired: true, help: 'the total there' },
    tax: { ...minor, help: 'the taxes there' },
    goods: { ...minor, help: 'the lines there' },
    shipping: { ...minor, help: 'the shipping there' },
  },
  examples: ['crossdock difference state 1001 erp --grand 11900 --tax 1900'],
  run: (context, { order: name, connection: there, grand, tax, goods, shipping }) =>
    onOrder(context, name, async (target, { environment }) => {
      const { stateTotals } = await import('../../core/usecases/stateTotals.ts');
      const totals = { grandMinor: grand, taxMinor: tax, linesMinor: goods, shippingMinor: shipping };
      return stateTotals(target, { connection: there, ...totals }, environment);
    }),
});

const close = defineCommand({
  noun: 'difference',
  verb: 'close',
  summary: 'Close a difference that no policy closes',
  positionals: { order, connection },
  options: { note: { type: 'string', isRequired: true, help: 'why' } },
  examples: ['crossdock difference close 1001 erp --note credited-there'],
  run: (context, { order: name, connection: there, note }) =>
    onOrder(context, name, async (target, { environment }) => {
      const { closeDifference } = await import('../../core/usecases/stateTotals.ts');
      return closeDifference(target, { connection: there, note }, environment);
    }),
});

const policy = defineCommand({
  noun: 'difference',
  verb: 'policy',
  summary: 'Set up to how much rounding is accepted at a destination, for each order',
  positionals: { connection },
  options: { tolerance: { ...minor, min: 0, isRequired: true, help: 'in minor units of the order' } },
  examples: ['crossdock difference policy erp --tolerance 2'],
  run: (context, { connection: there, tolerance }) =>
    withOperations(context, async ({ setClosingPolicy, actor }) => {
      if (!(await setClosingPolicy(there, tolerance, actor)))
        return context.fail(unknown('connection', there), EXIT.refused);
      context.out.result({ done: true }, () => `${there}: up to ${tolerance}`);
      return EXIT.done;
    }),
});

const report = defineCommand({
  noun: 'difference',
  verb: 'report',
  summary: 'Say how the differences of a day were closed, by destination and cause',
  positionals: { day: { help: 'in UTC, such as 2026-03-31' } },
  examples: ['crossdock difference report 2026-03-31 --json'],
  run(context, { day }) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) {
      return context.fail(
        { code: 'not-a-day', message: `${day} is not a day.`, next: 'Write it as 2026-03-31.' },
        EXIT.usage,
      );
    }
    return withOperations(context, async ({ closedDifferences }) => {
      const rows = await closedDifferences(day);
      context.out.result({ day, rows }, () =>
        context.out.table(rows, [
          { title: 'DESTINATION', value: (row) => row.connection },
          { title: 'CLOSED BY', value: (row) => row.closing },
          { title: 'CAUSE', value: (row) => row.cause },
          { title: 'ORDERS', value: (row) => row.orders, align: 'right' },
          { title: 'SUM MINOR', value: (row) => row.sumMinor, align: 'right' },
          { title: 'CURRENCY', value: (row) => row.currency },
        ]),
      );
      return rows.some(({ closing }) => closing === 'open') ? EXIT.attention : EXIT.done;
    });
  },
});

export const DIFFERENCE_COMMANDS: readonly Command[] = [state, close, policy, report];
