import type { SellingPolicy } from '../../core/inventory/index.ts';
import type { UnknownSetting } from '../../core/ports/index.ts';
import type { Result } from '../../core/shared/result.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { refused } from '../refused.ts';
import { withOperations } from '../withOperations.ts';

function answer(context: CommandContext, set: Result<void, UnknownSetting>, done: object, text: string): ExitCode {
  if (!set.ok)
    return refused(context, 'Nothing was changed', set.error, 'See crossdock product list and location list.');
  context.out.result(done, () => text);
  return EXIT.done;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));
const notADay = (context: CommandContext, text: string): ExitCode =>
  context.fail({ code: 'not-a-day', message: `${text} is not a day.`, next: 'Write it as 2026-03-31.' }, EXIT.usage);

const addIncoming = defineCommand({
  noun: 'incoming',
  verb: 'add',
  summary: 'Say what is to come, where and on which day',
  positionals: { sku: { help: 'product' }, location: { help: 'code of the location' } },
  options: {
    quantity: { type: 'number', isInteger: true, min: 1, isRequired: true, help: 'units' },
    due: { type: 'string', isRequired: true, placeholder: 'DAY', help: 'day of arrival' },
    reference: { type: 'string', isRequired: true, help: 'what brings them' },
    unitCost: { type: 'number', isInteger: true, min: 0, help: 'cost of one unit, in minor units' },
  },
  examples: ['crossdock incoming add MUG-01 main --quantity 50 --due 2026-04-02 --reference PO-1042'],
  run: (context, { sku, location, quantity, due, reference, unitCost = null }) => {
    if (!isDay(due)) return notADay(context, due);
    return withOperations(context, async ({ stockSettings, environment, actor }) => {
      const id = environment.ids.next();
      const supply = { sku, location, quantity, dueOn: due, reference, unitCostMinor: unitCost };
      return answer(context, await stockSettings.addIncoming(id, supply, actor), { id }, `${id} is to come on ${due}`);
    });
  },
});

const changeIncoming = defineCommand({
  noun: 'incoming',
  verb: 'change',
  summary: 'Give what is to come another day or quantity',
  positionals: { id: { help: 'the incoming supply' } },
  options: {
    due: { type: 'string', placeholder: 'DAY', help: 'new day of arrival' },
    quantity: { type: 'number', isInteger: true, min: 1, help: 'new quantity, with what has come' },
  },
  examples: ['crossdock incoming change ID --due 2026-04-09'],
  run: (context, { id, due, quantity }) => {
    if (due !== undefined && !isDay(due)) return notADay(context, due);
    return withOperations(context, async ({ stockSettings, actor }) =>
      answer(
        context,
        await stockSettings.changeIncoming(id, { dueOn: due, quantity }, undefined, actor),
        { id },
        `${id} changed`,
      ),
    );
  },
});

const cancelIncoming = defineCommand({
  noun: 'incoming',
  verb: 'cancel',
  summary: 'Say that what has not come will not come',
  positionals: { id: { help: 'the incoming supply' } },
  run: (context, { id }) =>
    withOperations(context, async ({ stockSettings, actor }) =>
      answer(
        context,
        await stockSettings.changeIncoming(id, { cancel: true }, undefined, actor),
        { id },
        `${id} cancelled`,
      ),
    ),
});

const sell = defineCommand({
  noun: 'stock',
  verb: 'sell',
  summary: 'Say how a product is sold beyond its stock',
  positionals: { sku: { help: 'product' }, how: { help: 'the policy', choices: ['stock', 'backorder', 'preorder'] } },
  options: {
    limit: {
      type: 'number',
      isInteger: true,
      min: 0,
      help: 'most units promised beyond the stock (default: no bound)',
    },
    leadDays: { type: 'number', isInteger: true, min: 0, help: 'days until units beyond known supply' },
    from: { type: 'string', placeholder: 'DAY', help: 'first day of delivery of a pre-order' },
  },
  examples: [
    'crossdock stock sell MUG-01 backorder --limit 100 --lead-days 21',
    'crossdock stock sell NEW-1 preorder --from 2026-05-01',
  ],
  run: (context, { sku, how, limit = null, leadDays = null, from = '' }) => {
    if (how === 'preorder' && !isDay(from)) return notADay(context, from || 'nothing');
    const policy: SellingPolicy =
      how === 'stock'
        ? { selling: how }
        : how === 'backorder'
          ? { selling: how, limit, leadDays }
          : { selling: how, limit, leadDays, availableOn: from };
    return withOperations(context, async ({ stockSettings, actor }) =>
      answer(context, await stockSettings.setSellingPolicy(sku, policy, actor), { sku, policy }, `${sku}: ${how}`),
    );
  },
});

const safety = defineCommand({
  noun: 'stock',
  verb: 'safety',
  summary: 'Say how many units at a location are never promised ahead',
  positionals: { sku: { help: 'product' }, location: { help: 'code of the location' } },
  options: { units: { type: 'number', isInteger: true, min: 0, isRequired: true, help: 'safety stock' } },
  examples: ['crossdock stock safety MUG-01 main --units 5'],
  run: (context, { sku, location, units }) =>
    withOperations(context, async ({ stockSettings, actor }) => {
      const set = await stockSettings.setSafetyStock(sku, location, units, actor);
      return answer(context, set, { sku, location, units }, `${sku} at ${location}: safety stock ${units}`);
    }),
});

const channel = defineCommand({
  noun: 'stock',
  verb: 'channel',
  summary: 'Say what a channel is not shown',
  positionals: { connection: { help: 'its name' } },
  options: {
    sku: { type: 'string', help: 'one product (default: all without a policy of their own)' },
    buffer: { type: 'number', isInteger: true, min: 0, default: 0, help: 'units kept back; the least, when computed' },
    oversell: {
      type: 'number',
      min: 0.000001,
      max: 0.5,
      help: 'compute the buffer for this probability of overselling',
    },
    cap: { type: 'number', isInteger: true, min: 0, help: 'most units that are shown' },
  },
  examples: ['crossdock stock channel shop --buffer 2 --oversell 0.01'],
  run: (context, { connection, sku = null, buffer, oversell = null, cap = null }) =>
    withOperations(context, async ({ stockSettings, environment, actor }) => {
      const policy = { connection, sku, buffer, oversellProbability: oversell, cap };
      const set = await stockSettings.setChannelPolicy(environment.ids.next(), policy, actor);
      return answer(context, set, policy, `${connection}: set for ${sku ?? 'all products'}`);
    }),
});

const publish = defineCommand({
  noun: 'stock',
  verb: 'publish',
  summary: 'Tell a channel every level again, not only what changed',
  positionals: { connection: { help: 'its name' } },
  examples: ['crossdock stock publish shop'],
  run: (context, { connection }) =>
    withOperations(context, async ({ republishStock }) => {
      const products = await republishStock(connection);
      if (products === null) {
        const message = `There is no connection ${connection}.`;
        return context.fail(
          { code: 'unknown-connection', message, next: 'See crossdock connection list.' },
          EXIT.refused,
        );
      }
      context.out.result({ connection, products }, () => `${products} products are told to ${connection}`);
      return EXIT.done;
    }),
});

export const STOCK_SETTING_COMMANDS: readonly Command[] = [
  addIncoming,
  changeIncoming,
  cancelIncoming,
  sell,
  safety,
  channel,
  publish,
];
