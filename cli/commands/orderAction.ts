import type { OrderId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { Changed, OrderRefusal, OrderTarget } from '../../core/usecases/changeOrder.ts';
import type { NamedPortion } from '../../core/usecases/operateOrder.ts';
import { type CommandContext, EXIT, type ExitCode } from '../command.ts';
import { findRecord, unknown } from '../records.ts';
import { type Operations, withOperations } from '../withOperations.ts';

export const VERSION = {
  type: 'number',
  isInteger: true,
  min: 1,
  help: 'refuse when the order has changed since this version',
} as const;

/** What names an order on the command line beside its id. */
export const ORDER_NAMES = ['reference', 'number', 'externalId'];

/** Finds an order by one of its names, changes it, and says what happened or why it was refused. */
export function orderAction(
  context: CommandContext,
  { name, version }: { readonly name: string; readonly version?: number | undefined },
  change: (target: OrderTarget, operations: Operations) => Promise<Result<Changed, OrderRefusal>>,
): Promise<ExitCode> {
  return withOperations(context, async (operations) => {
    const row = await findRecord(operations, { source: 'orders', names: ORDER_NAMES }, name);
    if (!row) return context.fail(unknown('order', name), EXIT.refused);
    const target = { id: row['id'] as OrderId, by: operations.actor, version };
    const done = await change(target, operations);
    if (!done.ok) {
      const message = `Order ${row['number']} was not changed: ${done.error.message}.`;
      const next = `See crossdock order show ${row['id']}.`;
      return context.fail({ code: done.error.code, message, next }, EXIT.refused);
    }
    context.out.result(done.value, ({ version: now, events }) =>
      events.length === 0
        ? `${row['number']}: it was so already`
        : `${row['number']}: ${events.join(', ')}; now at version ${now}`,
    );
    return EXIT.done;
  });
}

/** `2=1` as one unit of line 2; the line is what stands before the last `=`. */
export function portionsFrom(context: CommandContext, given: readonly string[]): readonly NamedPortion[] | ExitCode {
  const portions: NamedPortion[] = [];
  for (const text of given) {
    const at = text.lastIndexOf('=');
    const quantity = Number(text.slice(at + 1));
    if (at < 1 || !Number.isSafeInteger(quantity) || quantity < 0 || text.slice(at + 1) === '') {
      const message = `${JSON.stringify(text)} is not LINE=UNITS`;
      return context.fail({ code: 'bad-line', message, next: 'Give it as --line 2=1.' }, EXIT.usage);
    }
    portions.push({ line: text.slice(0, at), quantity });
  }
  return portions;
}
