import type { Command } from '../command.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';
import { ORDER_NAMES } from './orderAction.ts';
import { ORDER_ACTIONS } from './orderActions.ts';
import { ORDER_CHECKS } from './orderChecks.ts';
import { ORDER_EDITS } from './orderEdits.ts';
import { ORDER_SEARCHES } from './orderSearch.ts';

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
  names: ORDER_NAMES,
};

export const ORDER_COMMANDS: readonly Command[] = [
  listCommand(ORDER),
  showCommand(ORDER),
  ...ORDER_ACTIONS,
  ...ORDER_EDITS,
  ...ORDER_SEARCHES,
  ...ORDER_CHECKS,
];
