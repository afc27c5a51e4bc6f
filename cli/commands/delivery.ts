import type { LabelReceipt } from '../../core/documents/index.ts';
import { type Command, defineCommand } from '../command.ts';
import { changeEach, faultColumn, listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';
import { withOperations } from '../withOperations.ts';

const DELIVERY: RecordView = {
  noun: 'delivery',
  source: 'deliveries',
  filters: {
    connectionId: 'where it goes',
    operation: 'what it does there',
    state: 'prepared, sent, in-doubt, landed, refused, superseded or needs-operator',
    reference: 'our reference of the write',
  },
  columns: [
    plain('ID', 'id'),
    plain('OPERATION', 'operation'),
    plain('REFERENCE', 'reference'),
    plain('STATE', 'state'),
    numeric('ATTEMPTS', 'attempts'),
    plain('CREATED', 'createdAt'),
    faultColumn,
  ],
  names: ['reference'],
};

const retry = defineCommand({
  noun: 'delivery',
  verb: 'retry',
  summary: 'Send refused deliveries again',
  positionals: { ids: { help: 'ids of deliveries', isRepeated: true } },
  run: (context, { ids }) =>
    withOperations(context, ({ retryDelivery, actor }) =>
      changeEach(context, 'delivery', { names: ids, done: 'waits again', change: (id) => retryDelivery(id, actor) }),
    ),
});

const resolve = defineCommand({
  noun: 'delivery',
  verb: 'resolve',
  summary: 'Say of a write whose outcome nobody can look up whether it arrived',
  positionals: {
    outcome: { help: 'what you saw at the other system', choices: ['landed', 'missing'] },
    ids: { help: 'ids of deliveries that need an operator', isRepeated: true },
  },
  options: {
    tracking: { type: 'list', help: 'a tracking number of a label that was bought', placeholder: 'NUMBER' },
    carrierKey: {
      type: 'string',
      help: "the carrier's key of the shipment, where it is not the first tracking number",
    },
  },
  run: (context, { outcome, ids, tracking, carrierKey }) =>
    withOperations(context, ({ resolveDelivery, actor }) => {
      const found = { landed: outcome === 'landed', receipt: receiptOf(tracking, carrierKey) };
      return changeEach(context, 'delivery', {
        names: ids,
        done: found.landed ? 'landed' : 'is sent again',
        change: async (id) => (await resolveDelivery(id, found, actor)).ok,
      });
    }),
});

function receiptOf(tracking: readonly string[], carrierKey: string | undefined): LabelReceipt | undefined {
  const [first] = tracking;
  if (first === undefined) return undefined;
  return { externalId: carrierKey ?? first, parcels: tracking.map((trackingNumber) => ({ trackingNumber })) };
}

export const DELIVERY_COMMANDS: readonly Command[] = [listCommand(DELIVERY), showCommand(DELIVERY), retry, resolve];
