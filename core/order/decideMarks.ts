import { assertNever, err, ok, type Result } from '../shared/result.ts';
import type { OrderCommand, OrderEvent, OrderRejection } from './messages.ts';
import type { Order } from './order.ts';

const MARKS = [
  'SetPriority',
  'PromiseDate',
  'AwaitSourcing',
  'TagOrder',
  'AddNote',
  'Attach',
  'Detach',
  'StateMoney',
  'RecordFindings',
] as const;
type Mark = Extract<OrderCommand, { type: (typeof MARKS)[number] }>;

export const isMark = (command: OrderCommand): command is Mark => (MARKS as readonly string[]).includes(command.type);

/** What people put on an order, in whatever state it is; what is so already makes no event. */
export function decideMark(command: Mark, order: Order): Result<readonly OrderEvent[], OrderRejection> {
  if (order.status === 'unplaced') return err({ code: 'not-open', status: order.status });
  const { marks } = order;
  switch (command.type) {
    case 'SetPriority':
      if (!Number.isSafeInteger(command.priority)) return err({ code: 'invalid-quantity', quantity: command.priority });
      return ok(marks.priority === command.priority ? [] : [{ ...command, type: 'PrioritySet' }]);
    case 'PromiseDate':
      return ok(marks.promisedAt === command.promisedAt ? [] : [{ ...command, type: 'DatePromised' }]);
    case 'AwaitSourcing':
      return awaitSourcing(command, order);
    case 'TagOrder': {
      const added = [...new Set(command.add)].filter((tag) => !marks.tags.has(tag));
      const removed = [...new Set(command.remove)].filter((tag) => marks.tags.has(tag) && !command.add.includes(tag));
      const isSame = added.length + removed.length === 0;
      return ok(isSame ? [] : [{ type: 'OrderTagged', at: command.at, added, removed }]);
    }
    case 'AddNote':
      return ok([{ ...command, type: 'NoteAdded' }]);
    case 'Attach':
      return ok([{ ...command, type: 'AttachmentAdded' }]);
    case 'Detach':
      return ok([{ ...command, type: 'AttachmentRemoved' }]);
    case 'StateMoney':
      return ok([{ ...command, type: 'MoneyDue' }]);
    case 'RecordFindings':
      return ok([{ ...command, type: 'OrderValidated' }]);
    default:
      return assertNever(command, 'mark');
  }
}

/** Only what is open is sourced, and so waits for it. */
function awaitSourcing(
  command: Extract<Mark, { type: 'AwaitSourcing' }>,
  order: Order,
): Result<readonly OrderEvent[], OrderRejection> {
  if (order.status !== 'open') return err({ code: 'not-open', status: order.status });
  return ok(order.marks.sourceBy === command.sourceBy ? [] : [{ ...command, type: 'SourcingAwaited' }]);
}
