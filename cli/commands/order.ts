import type { Command } from '../command.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';

const ORDER: RecordView = {
  noun: 'order',
  source: 'orders',
  filters: {
    number: 'its number in the channel',
    state: 'open, closed or cancelled',
    channel: 'where it was placed',
    connectionId: 'the connection that it came by',
  },
  columns: [
    plain('REFERENCE', 'reference'),
    plain('NUMBER', 'number'),
    plain('STATUS', 'status'),
    plain('PAYMENT', 'paymentState'),
    numeric('TOTAL MINOR', 'grandMinor'),
    plain('CURRENCY', 'currency'),
    plain('PLACED', 'placedAt'),
  ],
  names: ['reference', 'number', 'externalId'],
};

export const ORDER_COMMANDS: readonly Command[] = [listCommand(ORDER), showCommand(ORDER)];
