import { CONDITIONS, RESOLUTIONS, RETURN_REASONS } from '../../core/returns/index.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { findRecord, listCommand, numeric, plain, type RecordView, unknown } from '../records.ts';
import { refused } from '../refused.ts';
import { withOperations } from '../withOperations.ts';
import { moneyAction } from './moneyAction.ts';
import { VERSION } from './orderAction.ts';

const CREDIT: RecordView = {
  noun: 'store-credit',
  source: 'store-credits',
  filters: { code: 'its code', orderId: 'the order that it came from' },
  columns: [
    plain('CODE', 'code'),
    plain('ORDER', 'orderNumber'),
    numeric('MINOR', 'amountMinor'),
    numeric('LEFT', 'leftMinor'),
    plain('CURRENCY', 'currency'),
  ],
  names: ['code'],
};

const POLICY: RecordView = {
  noun: 'return-policy',
  source: 'return-policies',
  filters: { channel: 'where orders are placed' },
  columns: [
    plain('CHANNEL', 'channel'),
    numeric('DAYS', 'windowDays'),
    numeric('FEE BPS', 'feeBps'),
    numeric('RETURNLESS BELOW', 'returnlessBelowMinor'),
  ],
  names: ['channel'],
};

const resolve = defineCommand({
  noun: 'return',
  verb: 'resolve',
  summary: 'Give the buyer what the goods are worth: money, a store credit, or other goods',
  positionals: { name: { help: 'id or number of the return' } },
  options: {
    with: { type: 'string', choices: RESOLUTIONS, help: 'what the return was opened for without it' },
    send: { type: 'list', placeholder: 'SKU=UNITS@PRICE', help: 'what is sent instead' },
    fee: { type: 'number', isInteger: true, min: 0, placeholder: 'MINOR', help: 'taken off; by the policy without it' },
    version: VERSION,
  },
  examples: ['crossdock return resolve R17 --with exchange --send MUG-02=1@24.90'],
  run(context, { name, with: resolution, send, fee, version }) {
    const exchange = send.map(insteadOf);
    const wrong = send[exchange.indexOf(undefined)];
    if (wrong !== undefined) {
      const message = `${wrong} is not SKU=UNITS@PRICE.`;
      return context.fail({ code: 'bad-line', message, next: 'Write it as MUG-02=1@24.90.' }, EXIT.usage);
    }
    return withOperations(context, async (operations) => {
      const row = await findRecord(operations, { source: 'returns', names: ['number'] }, name);
      if (!row) return context.fail(unknown('return', name), EXIT.refused);
      const { resolveReturn } = await import('../../core/usecases/resolveReturn.ts');
      const target = { id: String(row['id']), by: operations.actor, version };
      const goods = exchange.flatMap((each) => each ?? []);
      const wanted = { resolution, feeMinor: fee, ...(goods.length > 0 ? { exchange: goods } : {}) };
      const done = await resolveReturn(target, wanted, operations.environment);
      if (!done.ok) return refused(context, 'The return was not resolved', done.error, 'See crossdock return list.');
      context.out.result(done.value, ({ number, amountMinor, exchange: sent }) =>
        sent
          ? `${number}: ${amountMinor} for ${sent.number}, ${sent.collectMinor} to be paid`
          : `${number}: ${amountMinor}`,
      );
      return EXIT.done;
    });
  },
});

function insteadOf(text: string) {
  const [, sku, units, unitPrice] = /^(.+)=(\d{1,6})@(\d{1,15}(?:\.\d{1,10})?)$/.exec(text) ?? [];
  if (!sku || !unitPrice || Number(units) === 0) return undefined;
  return { sku, quantity: Number(units), unitPrice, discountMinor: 0, taxes: [], requiresShipping: true };
}

const setPolicy = defineCommand({
  noun: 'return-policy',
  verb: 'set',
  summary: 'Set what is taken back, for how long and for which fee',
  options: {
    channel: {
      type: 'string',
      choices: ['online', 'marketplace', 'store', 'b2b', 'phone'],
      help: 'of these orders; of all others without it',
    },
    days: { type: 'number', isInteger: true, min: 0, isRequired: true, help: 'from delivery' },
    condition: { type: 'list', help: `taken back: ${CONDITIONS.join(', ')}` },
    always: { type: 'list', help: `whenever it is: ${RETURN_REASONS.join(', ')}` },
    feeBps: { type: 'number', isInteger: true, min: 0, max: 10_000, default: 0, help: 'taken off: 1000 is 10 %' },
    returnlessBelow: {
      type: 'number',
      isInteger: true,
      min: 0,
      placeholder: 'MINOR',
      help: 'cheaper goods stay there',
    },
  },
  examples: ['crossdock return-policy set --days 30 --condition new --condition opened --always defective'],
  run(context, { channel = null, days, condition, always, feeBps, returnlessBelow = null }) {
    const conditions = CONDITIONS.filter((each) => condition.includes(each));
    const alwaysFor = RETURN_REASONS.filter((each) => always.includes(each));
    if (conditions.length !== condition.length || alwaysFor.length !== always.length || conditions.length === 0) {
      const message = 'A condition or a reason is not known, or there is no condition.';
      return context.fail({ code: 'bad-option', message, next: 'See crossdock return-policy set --help.' }, EXIT.usage);
    }
    return withOperations(context, async ({ setReturnPolicy, actor }) => {
      const more = { feeBps, returnlessBelowMinor: returnlessBelow };
      await setReturnPolicy({ channel, windowDays: days, conditions, alwaysFor, ...more }, actor);
      context.out.result({ done: true }, () => `${channel ?? 'all channels'}: ${days} days`);
      return EXIT.done;
    });
  },
});

const use = defineCommand({
  noun: 'store-credit',
  verb: 'use',
  summary: 'Pay an order with a store credit',
  positionals: { order: { help: 'id, reference, number or external id' }, code: { help: 'code of the credit' } },
  options: {
    amount: { type: 'number', isInteger: true, min: 1, isRequired: true, placeholder: 'MINOR', help: 'how much' },
  },
  examples: ['crossdock store-credit use 1001 C17 --amount 1999'],
  run: (context, { order, code, amount }) =>
    moneyAction(context, { name: order }, async (target, { environment }) => {
      const { useCredit } = await import('../../core/usecases/useCredit.ts');
      return useCredit(target, { code, amountMinor: amount }, environment);
    }),
});

export const RETURN_MONEY_COMMANDS: readonly Command[] = [
  resolve,
  listCommand(POLICY),
  setPolicy,
  listCommand(CREDIT),
  use,
];
