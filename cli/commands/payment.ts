import type { Result } from '../../core/shared/result.ts';
import type { OrderRefusal } from '../../core/usecases/changeOrder.ts';
import type { MoneyMoved } from '../../core/usecases/operatePayments.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';
import { refused } from '../refused.ts';
import { type Operations, withOperations } from '../withOperations.ts';
import { moneyAction } from './moneyAction.ts';
import { portionsFrom, VERSION } from './orderAction.ts';

const PAYMENT: RecordView = {
  noun: 'payment',
  source: 'payments',
  filters: {
    orderId: 'id of an order',
    provider: 'who holds the money',
    kind: 'authorization, capture, sale, void, expiry, refund, chargeback, …',
    status: 'pending, succeeded or failed',
    externalId: "the provider's key",
  },
  columns: [
    plain('ID', 'id'),
    plain('ORDER', 'orderNumber'),
    plain('PROVIDER', 'provider'),
    plain('KIND', 'kind'),
    plain('STATUS', 'status'),
    numeric('MINOR', 'amountMinor'),
    plain('CURRENCY', 'currency'),
    plain('AT', 'at'),
  ],
  names: ['externalId'],
};

const order = { help: 'id, reference, number or external id' };
const providerOption = { type: 'string', isRequired: true, help: 'who holds the money' } as const;
const methodOption = { type: 'string', isRequired: true, help: 'card, gift_card, …' } as const;
const paymentOption = { type: 'string', help: 'which payment of the order; all without it' } as const;
const amountOption = { type: 'number', isInteger: true, min: 1, placeholder: 'MINOR', help: 'in minor units' } as const;
const needed = { ...amountOption, isRequired: true } as const;

const record = defineCommand({
  noun: 'payment',
  verb: 'record',
  summary: 'Book a movement of money that has happened',
  positionals: { order },
  options: {
    provider: providerOption,
    kind: {
      type: 'string',
      isRequired: true,
      choices: ['authorization', 'capture', 'sale', 'void', 'refund', 'chargeback', 'chargeback-reversal'],
      help: 'what it was',
    },
    key: { type: 'string', isRequired: true, help: "the provider's key of it; the same again changes nothing" },
    method: methodOption,
    amount: needed,
    of: { type: 'string', help: "the provider's key of the payment that it belongs to" },
    reason: { type: 'string', help: 'why' },
  },
  examples: [
    'crossdock payment record 1001 --provider vouchers --kind sale --key GC-77 --method gift_card --amount 2000',
  ],
  run: (context, { order: name, provider, kind, key, method, amount, of, reason }) =>
    moneyAction(context, { name }, async (target, { environment }) => {
      const { recordMovement } = await import('../../core/usecases/operatePayments.ts');
      const movement = { provider, kind, externalId: key, method, amountMinor: amount, payment: of, reason };
      return recordMovement(target, movement, environment);
    }),
});

const authorize = defineCommand({
  noun: 'payment',
  verb: 'authorize',
  summary: 'Ask for an authorization',
  positionals: { order },
  options: { provider: providerOption, method: methodOption, amount: needed, payment: paymentOption, version: VERSION },
  examples: ['crossdock payment authorize 1001 --provider stripe --method card --amount 4990'],
  run: (context, { order: name, provider, method, amount, payment, version }) =>
    moneyAction(context, { name, version }, async (target, { environment }) => {
      const { requestAuthorization } = await import('../../core/usecases/operatePayments.ts');
      return requestAuthorization(target, { provider, method, amountMinor: amount, payment }, environment);
    }),
});

const capture = defineCommand({
  noun: 'payment',
  verb: 'capture',
  summary: 'Ask for a capture of what is authorized, all or a part',
  positionals: { order },
  options: { amount: amountOption, payment: paymentOption, version: VERSION },
  examples: ['crossdock payment capture 1001 --amount 4990'],
  run: (context, { order: name, amount, payment, version }) =>
    moneyAction(context, { name, version }, async (target, { environment }) => {
      const { capturePayments } = await import('../../core/usecases/operatePayments.ts');
      return capturePayments(target, { amountMinor: amount, payment }, environment);
    }),
});

const free = defineCommand({
  noun: 'payment',
  verb: 'void',
  summary: 'Ask that what is authorized be given free, all or a part',
  positionals: { order },
  options: {
    amount: amountOption,
    payment: paymentOption,
    reason: { type: 'string', help: 'why' },
    version: VERSION,
  },
  run: (context, { order: name, amount, payment, reason, version }) =>
    moneyAction(context, { name, version }, async (target, { environment }) => {
      const { voidPayments } = await import('../../core/usecases/operatePayments.ts');
      return voidPayments(target, { amountMinor: amount, payment, reason }, environment);
    }),
});

const minorOption = { type: 'number', isInteger: true, placeholder: 'MINOR' } as const;

const refund = defineCommand({
  noun: 'payment',
  verb: 'refund',
  summary: 'Ask that money be paid back, never more than was captured',
  positionals: { order },
  options: {
    line: { type: 'list', placeholder: 'LINE=UNITS', help: 'units whose price goes back' },
    shipping: { ...minorOption, min: 0, help: 'of the shipping, in minor units' },
    adjustment: { ...minorOption, help: 'beyond that; negative for a fee' },
    payment: paymentOption,
    reason: { type: 'string', isRequired: true, help: 'why' },
    version: VERSION,
  },
  examples: ['crossdock payment refund 1001 --line 1=1 --reason broken'],
  run(context, { order: name, line, shipping, adjustment, payment, reason, version }) {
    const lines = portionsFrom(context, line);
    if (typeof lines === 'number') return lines;
    return moneyAction(context, { name, version }, async (target, { environment }) => {
      const { refundPayments } = await import('../../core/usecases/operatePayments.ts');
      const wanted = { lines, shippingMinor: shipping, adjustmentMinor: adjustment, payment, reason };
      return refundPayments(target, wanted, environment);
    });
  },
});

async function settled(
  context: CommandContext,
  settle: (operations: Operations) => Promise<Result<MoneyMoved, OrderRefusal>>,
): Promise<ExitCode> {
  return withOperations(context, async (operations) => {
    const done = await settle(operations);
    if (!done.ok) return refused(context, 'The payment was not changed', done.error, 'See crossdock payment list.');
    context.out.result(done.value, ({ entries }) =>
      entries.length === 0 ? 'it was so already' : entries.map(({ id, status }) => `${id}: ${status}`).join('\n'),
    );
    return EXIT.done;
  });
}

const confirm = defineCommand({
  noun: 'payment',
  verb: 'confirm',
  summary: 'Say that a movement which was asked for has happened',
  positionals: { id: { help: 'the pending payment' } },
  options: { key: { type: 'string', help: "the provider's key of it" } },
  examples: ['crossdock payment confirm ID --key ch_3Nabc'],
  run: (context, { id, key }) =>
    settled(context, async ({ environment, actor }) => {
      const { settleEntry } = await import('../../core/usecases/operatePayments.ts');
      return settleEntry(id, { status: 'succeeded', externalId: key }, actor, environment);
    }),
});

const fail = defineCommand({
  noun: 'payment',
  verb: 'fail',
  summary: 'Say that a movement which was asked for did not happen',
  positionals: { id: { help: 'the pending payment' } },
  options: { reason: { type: 'string', isRequired: true, help: 'why' } },
  run: (context, { id, reason }) =>
    settled(context, async ({ environment, actor }) => {
      const { settleEntry } = await import('../../core/usecases/operatePayments.ts');
      return settleEntry(id, { status: 'failed', reason }, actor, environment);
    }),
});

const policy = defineCommand({
  noun: 'payment',
  verb: 'policy',
  summary: 'Set when the hub captures at a provider by itself, and whether it authorizes again',
  positionals: { provider: { help: 'who holds the money' } },
  options: {
    capture: {
      type: 'string',
      isRequired: true,
      choices: ['manual', 'shipment'],
      help: 'shipment: what left is captured',
    },
    reauthorize: { type: 'boolean', help: 'ask again where an authorization ran out' },
  },
  examples: ['crossdock payment policy stripe --capture shipment --reauthorize'],
  run: (context, { provider, capture: when, reauthorize }) =>
    withOperations(context, async ({ setPaymentPolicy, actor }) => {
      await setPaymentPolicy({ provider, capture: when, isReauthorizing: reauthorize === true }, actor);
      context.out.result({ done: true }, () => `${provider}: capture on ${when}`);
      return EXIT.done;
    }),
});

export const PAYMENT_COMMANDS: readonly Command[] = [
  listCommand(PAYMENT),
  showCommand(PAYMENT),
  record,
  authorize,
  capture,
  free,
  refund,
  confirm,
  fail,
  policy,
];
