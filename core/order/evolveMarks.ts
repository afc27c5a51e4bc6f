import { assertNever } from '../shared/result.ts';
import type { OrderEvent } from './messages.ts';
import type { Marks, Order } from './order.ts';

const MARKS = [
  'PrioritySet',
  'DatePromised',
  'SourcingAwaited',
  'OrderTagged',
  'NoteAdded',
  'AttachmentAdded',
  'AttachmentRemoved',
  'MoneyDue',
  'OrderValidated',
] as const;
type MarkEvent = Extract<OrderEvent, { type: (typeof MARKS)[number] }>;

export const isMarkEvent = (event: OrderEvent): event is MarkEvent => (MARKS as readonly string[]).includes(event.type);

/** The order after something was put on it; notes and attachments are history alone. */
export function evolveMark(order: Order, event: MarkEvent): Order {
  if (order.status === 'unplaced') throw new Error(`corrupt stream: ${event.type} on an order that is not placed`);
  const marked = (change: Partial<Marks>): Order => ({ ...order, marks: { ...order.marks, ...change } });
  switch (event.type) {
    case 'PrioritySet':
      return marked({ priority: event.priority });
    case 'DatePromised':
      return marked({ promisedAt: event.promisedAt });
    case 'SourcingAwaited':
      return marked({ sourceBy: event.sourceBy });
    case 'OrderTagged': {
      const tags = order.marks.tags.difference(new Set(event.removed)).union(new Set(event.added));
      return marked({ tags });
    }
    case 'OrderValidated':
      return { ...order, validatedAt: event.at };
    case 'NoteAdded':
    case 'AttachmentAdded':
    case 'AttachmentRemoved':
    case 'MoneyDue':
      return order;
    default:
      return assertNever(event, 'mark');
  }
}
