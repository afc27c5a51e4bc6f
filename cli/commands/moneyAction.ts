import type { OrderId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { OrderRefusal, OrderTarget } from '../../core/usecases/changeOrder.ts';
import type { MoneyMoved } from '../../core/usecases/operatePayments.ts';
import { type CommandContext, EXIT, type ExitCode } from '../command.ts';
import { findRecord, unknown } from '../records.ts';
import { type Operations, withOperations } from '../withOperations.ts';
import { ORDER_NAMES } from './orderAction.ts';

/** Finds an order by one of its names, moves money of it, and says what began or why it was refused. */
export function moneyAction(
  context: CommandContext,
  { name, version }: { readonly name: string; readonly version?: number | undefined },
  move: (target: OrderTarget, operations: Operations) => Promise<Result<MoneyMoved, OrderRefusal>>,
): Promise<ExitCode> {
  return withOperations(context, async (operations) => {
    const row = await findRecord(operations, { source: 'orders', names: ORDER_NAMES }, name);
    if (!row) return context.fail(unknown('order', name), EXIT.refused);
    const done = await move({ id: row['id'] as OrderId, by: operations.actor, version }, operations);
    if (!done.ok) {
      const message = `No money of order ${row['number']} was moved: ${done.error.message}.`;
      return context.fail(
        { code: done.error.code, message, next: `See crossdock order money ${row['id']}.` },
        EXIT.refused,
      );
    }
    context.out.result(done.value, ({ entries }) =>
      entries.length === 0
        ? `${row['number']}: it was so already`
        : entries.map(({ id, kind, status, amountMinor }) => `${id}: ${kind} of ${amountMinor}, ${status}`).join('\n'),
    );
    return EXIT.done;
  });
}
