import { ADJUSTMENT_REASON_CODES } from '../../core/inventory/index.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { listCommand, numeric, plain, type RecordView } from '../records.ts';
import { refused } from '../refused.ts';
import { withOperations } from '../withOperations.ts';
import { placeOptions } from './placeOptions.ts';

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
    numeric('PICKED', 'picked'),
    numeric('DAMAGED', 'damaged'),
    numeric('QUALITY', 'quality'),
    numeric('IN TRANSIT', 'inTransit'),
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
    unit: { type: 'string', help: 'unit of --by (default: base units)' },
    reason: { type: 'string', isRequired: true, help: 'why, for the ledger' },
    code: { type: 'string', choices: ADJUSTMENT_REASON_CODES, default: 'other', help: 'the reason as a code' },
    ...placeOptions,
  },
  examples: ['crossdock stock adjust SKU-1 main --by -3 --reason fallen --code lost'],
  run: (context, { sku, location, by, unit, reason, code, bin, lot }) =>
    withOperations(context, async ({ environment, actor }) => {
      const { adjustStock } = await import('../../core/usecases/operateStock.ts');
      const reasonCode = ADJUSTMENT_REASON_CODES.find((known) => known === code);
      const command = { sku, location, difference: by, unit, reason, reasonCode, bin, lot, actor };
      const done = await adjustStock(command, environment);
      if (!done.ok) {
        const what = `The stock of ${sku} at ${location} was not changed`;
        return refused(context, what, done.error, 'See crossdock stock list.');
      }
      context.out.result({ sku, location, ...done.value }, ({ onHand }) => `${sku} at ${location}: ${onHand} on hand`);
      return EXIT.done;
    }),
});

const audit = defineCommand({
  noun: 'stock',
  verb: 'audit',
  summary: 'Compare balances with their ledger, reservations, allocations, transfers and places',
  examples: ['crossdock stock audit --json'],
  run: (context) =>
    withOperations(context, async ({ stockQueries }) => {
      let differences = 0;
      const summary = await stockQueries.audit((difference) => {
        differences += 1;
        context.out.result(
          difference,
          (d) => `${d.sku} at ${d.location}: ${d.measure} is ${d.balance}, ${d.other} by its ${d.against}`,
        );
      });
      context.out.result({ ...summary, differences }, ({ balances, overPromised }) =>
        [
          differences === 0
            ? `${balances} balances equal their ledger, reservations, allocations and transfers.`
            : `${differences} differences in ${balances} balances.`,
          ...(overPromised > 0 ? [`${overPromised} balances have more promises than units on hand.`] : []),
        ].join('\n'),
      );
      return differences === 0 ? EXIT.done : EXIT.attention;
    }),
});

export const STOCK_COMMANDS: readonly Command[] = [listCommand(STOCK), adjust, audit];
