import { dayOf } from '../../core/usecases/promiseStock.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { refused } from '../refused.ts';
import { withOperations } from '../withOperations.ts';

const NEXT = 'See crossdock product list.';

const atp = defineCommand({
  noun: 'stock',
  verb: 'atp',
  summary: 'Show what can be promised of a product, from which day on',
  positionals: { sku: { help: 'product' } },
  options: { location: { type: 'string', help: 'code of one location, without backorders' } },
  examples: ['crossdock stock atp MUG-01'],
  run: (context, { sku, location }) =>
    withOperations(context, async ({ stockQueries, environment }) => {
      const { askAtp } = await import('../../core/usecases/promiseStock.ts');
      const answer = await askAtp(stockQueries, { sku, location, today: dayOf(environment.now()) });
      if (!answer.ok) return refused(context, `Nothing is known of ${sku}`, answer.error, NEXT);
      context.out.result(answer.value, ({ steps, overdue }) =>
        [
          context.out.table(steps, [
            { title: 'FROM', value: ({ from }) => from },
            { title: 'UNITS', value: ({ quantity }) => quantity, align: 'right' },
          ]),
          ...overdue.map(
            ({ on, quantity }) => `${quantity} units were due on ${on} and have not come: give them a new day.`,
          ),
        ].join('\n'),
      );
      return answer.value.overdue.length > 0 ? EXIT.attention : EXIT.done;
    }),
});

const promise = defineCommand({
  noun: 'stock',
  verb: 'promise',
  summary: 'Show by when so many units could be delivered',
  positionals: { sku: { help: 'product' } },
  options: { quantity: { type: 'number', isInteger: true, min: 1, isRequired: true, help: 'units' } },
  examples: ['crossdock stock promise MUG-01 --quantity 30'],
  run: (context, { sku, quantity }) =>
    withOperations(context, async ({ stockQueries, environment }) => {
      const { askPromise } = await import('../../core/usecases/promiseStock.ts');
      const answer = await askPromise(stockQueries, { sku, quantity, today: dayOf(environment.now()) });
      if (!answer.ok) return refused(context, `Nothing is known of ${sku}`, answer.error, NEXT);
      context.out.result(answer.value, ({ units, refused: not }) =>
        [
          ...units.map((part) => `${part.quantity} on ${part.on ?? 'a day that cannot be said'}, from ${part.from}`),
          ...(not > 0 ? [`${not} cannot be promised`] : []),
        ].join('\n'),
      );
      return answer.value.refused > 0 ? EXIT.refused : EXIT.done;
    }),
});

const backorders = defineCommand({
  noun: 'stock',
  verb: 'backorders',
  summary: 'List order lines that wait for stock, with the day on which supply reaches them',
  options: {
    sku: { type: 'string', help: 'one product' },
    limit: { type: 'number', isInteger: true, min: 1, max: 10_000, default: 200, help: 'how many at most' },
  },
  examples: ['crossdock stock backorders --sku MUG-01'],
  run: (context, { sku = null, limit }) =>
    withOperations(context, async ({ stockQueries, environment }) => {
      const { askBackorders } = await import('../../core/usecases/promiseStock.ts');
      const lines = await askBackorders(stockQueries, { sku, limit, today: dayOf(environment.now()) });
      context.out.result({ items: lines }, ({ items }) =>
        context.out.table(items, [
          { title: 'ORDER', value: ({ orderNumber }) => orderNumber },
          { title: 'SKU', value: (line) => line.sku },
          { title: 'UNITS', value: ({ quantity }) => quantity, align: 'right' },
          { title: 'PLACED', value: ({ placedAt }) => placedAt },
          { title: 'PROMISED', value: ({ promisedOn }) => promisedOn ?? 'no supply' },
        ]),
      );
      return EXIT.done;
    }),
});

const valuation = defineCommand({
  noun: 'stock',
  verb: 'valuation',
  summary: 'Report what the stock cost, by first in first out or by moving average',
  options: {
    method: { type: 'string', choices: ['fifo', 'average'], default: 'fifo', help: 'which units go first' },
    sku: { type: 'string', help: 'one product' },
    until: { type: 'string', placeholder: 'INSTANT', help: 'as it was then (default: now)' },
    limit: {
      type: 'number',
      isInteger: true,
      min: 0,
      max: 100_000,
      default: 1000,
      help: 'products listed; all are summed',
    },
  },
  examples: ['crossdock stock valuation --method average --until 2026-12-31T23:59:59Z'],
  run: (context, { method, sku = null, until, limit }) => {
    if (until !== undefined && Number.isNaN(Date.parse(until))) {
      const next = 'Write it as 2026-12-31T23:59:59Z.';
      return context.fail({ code: 'not-an-instant', message: `${until} is no instant.`, next }, EXIT.usage);
    }
    return withOperations(context, async ({ stockQueries }) => {
      const { valueStock } = await import('../../core/usecases/valueStock.ts');
      const instant = until === undefined ? null : new Date(until).toISOString();
      const report = await valueStock(stockQueries, { method, sku, until: instant, limit });
      context.out.result(report, ({ items, total, products }) =>
        [
          context.out.table(items, [
            { title: 'SKU', value: (item) => item.sku },
            { title: 'UNITS', value: ({ units }) => units, align: 'right' },
            { title: 'VALUE', value: ({ valueMinor }) => valueMinor, align: 'right' },
            { title: 'AVERAGE', value: ({ averageMinor }) => averageMinor, align: 'right' },
            { title: 'ISSUED', value: ({ issuedMinor }) => issuedMinor, align: 'right' },
            { title: 'UNCOSTED', value: ({ uncostedUnits }) => uncostedUnits, align: 'right' },
          ]),
          `${products} products, ${total.units} units, ${total.valueMinor} in minor units`,
        ].join('\n'),
      );
      return EXIT.done;
    });
  },
});

export const STOCK_PROMISE_COMMANDS: readonly Command[] = [atp, promise, backorders, valuation];
