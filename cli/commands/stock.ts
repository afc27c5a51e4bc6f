import { type Command, defineCommand, EXIT } from '../command.ts';
import { listCommand, numeric, plain, type RecordView } from '../records.ts';
import { withOperations } from '../withOperations.ts';

const STOCK: RecordView = {
  noun: 'stock',
  source: 'stock',
  filters: { sku: 'one product', location: 'code of one location' },
  columns: [
    plain('SKU', 'sku'),
    plain('LOCATION', 'location'),
    numeric('ON HAND', 'onHand'),
    numeric('RESERVED', 'reserved'),
    numeric('ALLOCATED', 'allocated'),
    numeric('AVAILABLE', 'available'),
  ],
  names: [],
};

const adjust = defineCommand({
  noun: 'stock',
  verb: 'adjust',
  summary: 'Change what lies at a location, with a reason',
  positionals: { sku: { help: 'product' }, location: { help: 'code of the location' } },
  options: {
    by: { type: 'number', isInteger: true, isRequired: true, help: 'units, negative for fewer' },
    reason: { type: 'string', isRequired: true, help: 'why, for the ledger' },
  },
  examples: ['crossdock stock adjust SKU-1 main --by -3 --reason damaged'],
  run: (context, { sku, location, by, reason }) =>
    withOperations(context, async ({ environment }) => {
      const { adjustStock } = await import('../../core/usecases/operateStock.ts');
      const done = await adjustStock({ sku, location, difference: by, reason }, environment);
      if (!done.ok) {
        const { code, ...detail } = done.error;
        const cause = Object.entries(detail).map(([name, value]) => `${name} ${value}`);
        const message = `The stock of ${sku} at ${location} was not changed: ${code} (${cause.join(', ')}).`;
        return context.fail({ code, message, next: 'See crossdock stock list.' }, EXIT.refused);
      }
      context.out.result({ sku, location, ...done.value }, ({ onHand }) => `${sku} at ${location}: ${onHand} on hand`);
      return EXIT.done;
    }),
});

const audit = defineCommand({
  noun: 'stock',
  verb: 'audit',
  summary: 'Compare every balance with the sum of its ledger',
  run: (context) =>
    withOperations(context, async ({ parts }) => {
      const { stockDifferences } = await import('../../store/queries/stockDifferences.ts');
      const { balances, differences } = await stockDifferences(parts.store.pool);
      context.out.result({ balances, differences }, () =>
        differences.length === 0
          ? `${balances} balances equal their ledger.`
          : context.out.table(differences, [
              { title: 'SKU', value: ({ sku }) => sku },
              { title: 'LOCATION', value: ({ location }) => location },
              { title: 'BALANCE', value: ({ balance }) => balance.join(' / ') },
              { title: 'LEDGER', value: ({ ledger }) => ledger.join(' / ') },
            ]),
      );
      return differences.length === 0 ? EXIT.done : EXIT.attention;
    }),
});

export const STOCK_COMMANDS: readonly Command[] = [listCommand(STOCK), adjust, audit];
