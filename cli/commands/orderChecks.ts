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

export const ORDER_CHECKS: readonly Command[] = [validate, setPrice];
