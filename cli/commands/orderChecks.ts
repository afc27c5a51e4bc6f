import { type Command, defineCommand, EXIT } from '../command.ts';
import { findRecord, unknown } from '../records.ts';
import { withOperations } from '../withOperations.ts';
import { ORDER_NAMES, VERSION } from './orderAction.ts';

const validate = defineCommand({
  noun: 'order',
  verb: 'validate',
  summary: 'Check items, prices, taxes, stock, address and duplicates of an order; findings may hold it',
  options: { version: VERSION },
  positionals: { order: { help: 'id, reference, number or external id' } },
  examples: ['crossdock order validate 1001'],
  async run(context, { order: name, version }) {
    const { validateById } = await import('../../core/usecases/validateOrder.ts');
    return withOperations(context, async (operations) => {
      const { environment, actor, isPhone } = operations;
      const row = await findRecord(operations, { source: 'orders', names: ORDER_NAMES }, name);
      if (!row) return context.fail(unknown('order', name), EXIT.refused);
      const done = await validateById({ id: row['id'] as never, by: actor, version }, { isPhone }, environment);
      if (!done.ok) {
        const message = `Order ${row['number']} was not checked: ${done.error.message}.`;
        const next = `See crossdock order show ${row['id']}.`;
        return context.fail({ code: done.error.code, message, next }, EXIT.refused);
      }
      context.out.result(done.value, ({ findings }) =>
        findings.length === 0
          ? `${row['number']}: nothing found`
          : findings.map(({ code, at, message }) => `${code} at ${at}: ${message}`).join('\n'),
      );
      return done.value.findings.length === 0 ? EXIT.done : EXIT.attention;
    });
  },
});

const setPrice = defineCommand({
  noun: 'price',
  verb: 'set',
  summary: 'Set the price of an item that orders are checked against',
  options: {
    currency: { type: 'string', isRequired: true, help: 'ISO 4217: EUR' },
    tolerance: { type: 'number', isInteger: true, min: 0, max: 10_000, default: 0, help: 'how far off, 100 is 1 %' },
  },
  positionals: { sku: { help: 'item' }, price: { help: 'of one unit: 19.99' } },
  examples: ['crossdock price set MUG-01 19.99 --currency EUR --tolerance 100'],
  run(context, { sku, price, currency, tolerance }) {
    if (!/^\d{1,15}(\.\d{1,10})?$/.test(price) || !/^[A-Z]{3}$/.test(currency)) {
      const message = `${price} ${currency} is not a price`;
      return context.fail({ code: 'bad-price', message, next: 'Give it as 19.99 --currency EUR.' }, EXIT.usage);
    }
    return withOperations(context, async ({ savePrices, actor }) => {
      const row = { sku, currency, unitPrice: price, toleranceBps: tolerance };
      await savePrices([row], actor);
      context.out.result(row, () => `${sku}: ${price} ${currency}, give or take ${tolerance / 100} %`);
      return EXIT.done;
    });
  },
});

const listPrices = defineCommand({
  noun: 'price',
  verb: 'list',
  summary: 'List the prices that orders are checked against',
  options: {
    sku: { type: 'string', help: 'of one item' },
    currency: { type: 'string', help: 'in one currency' },
    limit: { type: 'number', isInteger: true, min: 1, max: 1000, default: 50, help: 'how many at most' },
    cursor: { type: 'string', help: 'go on where a list ended' },
  },
  examples: ['crossdock price list --currency EUR'],
  run: (context, query) =>
    withOperations(context, async (operations) => {
      context.out.result(await operations.listPrices(query), ({ items, cursor }) => {
        const table = context.out.table(items, [
          { title: 'SKU', value: ({ sku }) => sku },
          { title: 'PRICE', value: ({ unitPrice, currency }) => `${unitPrice} ${currency}`, align: 'right' },
          { title: 'OFF BY', value: ({ toleranceBps }) => `${toleranceBps / 100} %`, align: 'right' },
        ]);
        return cursor ? `${table}\n\nMore with --cursor ${cursor}` : table;
      });
      return EXIT.done;
    }),
});

const CHANNELS = ['*', 'online', 'marketplace', 'store', 'b2b', 'phone'] as const;
const MODES = ['off', 'warn', 'hold'] as const;

const setPolicy = defineCommand({
  noun: 'order',
  verb: 'check',
  summary: 'Say how orders of a channel are checked when they arrive, or show how they are',
  positionals: {
    channel: { help: 'one channel; * for all without a policy of their own', choices: CHANNELS, isOptional: true },
    mode: { help: 'off, warn (record what is found) or hold', choices: MODES, isOptional: true },
  },
  examples: ['crossdock order check', 'crossdock order check marketplace hold'],
  run: (context, { channel: named, mode: chosen }) =>
    withOperations(context, async ({ arrivalPolicies, setArrivalPolicy, actor }) => {
      const channel = CHANNELS.find((known) => known === named);
      const mode = MODES.find((known) => known === chosen);
      if (channel && mode) await setArrivalPolicy(channel, mode === 'off' ? null : { mode, holds: {} }, actor);
      const policies = (await arrivalPolicies()).filter((policy) => !channel || policy.channel === channel);
      context.out.result({ policies }, () =>
        context.out.table(policies, [
          { title: 'CHANNEL', value: (policy) => policy.channel },
          { title: 'MODE', value: (policy) => policy.mode },
          { title: 'SET BY', value: (policy) => policy.setBy },
        ]),
      );
      return EXIT.done;
    }),
});

export const ORDER_CHECKS: readonly Command[] = [validate, setPrice, listPrices, setPolicy];
