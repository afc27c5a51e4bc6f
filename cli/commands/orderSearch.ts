import type { OrderStatus } from '../../core/order/index.ts';
import type { OrderFilter } from '../../core/ports/index.ts';
import type { Instant } from '../../core/shared/ids.ts';
import type { BulkAction } from '../../core/usecases/bulkOrders.ts';
import type { OrderMoney } from '../../core/usecases/orderMoney.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { findRecord, numeric, plain, unknown } from '../records.ts';
import { withOperations } from '../withOperations.ts';
import { ORDER_NAMES } from './orderAction.ts';
import { holdOf } from './orderActions.ts';

const filters = {
  customer: { type: 'string', help: 'email, phone, name or external id of the buyer' },
  number: { type: 'string', help: 'its number or reference' },
  sku: { type: 'string', help: 'an item in it' },
  external: { type: 'string', help: 'its id in the system that it came from' },
  status: { type: 'string', help: 'received, on-hold, released, shipped …' },
  channel: { type: 'string', choices: ['online', 'marketplace', 'store', 'b2b', 'phone'], help: 'where it was placed' },
  kind: { type: 'string', choices: ['sales', 'purchase', 'production'], help: 'what kind of order' },
  tag: { type: 'string', help: 'a tag on it' },
  from: { type: 'string', placeholder: 'INSTANT', help: 'placed at or after' },
  to: { type: 'string', placeholder: 'INSTANT', help: 'placed before' },
  text: { type: 'string', help: 'words of names, addresses, titles and notes' },
} as const;

type Given = { readonly [Name in keyof typeof filters]: string | undefined };

function filterFrom(context: CommandContext, given: Given): OrderFilter | ExitCode {
  const { external, from, to, status, customer, number, sku, channel, kind, tag, text } = given;
  const bad = [from, to].find((each) => each !== undefined && Number.isNaN(Date.parse(each)));
  if (bad !== undefined) {
    const message = `${bad} is not a date and time`;
    return context.fail({ code: 'bad-date', message, next: 'give it as 2026-12-01T12:00:00Z' }, EXIT.usage);
  }
  const instant = (each: string | undefined) =>
    each === undefined ? undefined : (new Date(each).toISOString() as Instant);
  const shared = { customer, number, sku, channel, kind, tag, text, externalId: external };
  return { ...shared, status: status as OrderStatus | undefined, from: instant(from), to: instant(to) };
}

const search = defineCommand({
  noun: 'order',
  verb: 'search',
  summary: 'Find orders, the last placed first; all that is given must hold',
  options: {
    ...filters,
    limit: { type: 'number', isInteger: true, min: 1, max: 200, default: 50, help: 'how many at most' },
    cursor: { type: 'string', help: 'go on where a search ended' },
  },
  examples: [
    'crossdock order search --customer jane@example.com --status on-hold',
    'crossdock order search --text Köln',
  ],
  async run(context, { limit, cursor, ...given }) {
    const filter = filterFrom(context, given);
    if (typeof filter === 'number') return filter;
    return withOperations(context, async ({ orderSearch }) => {
      const page = await orderSearch.search(filter, { limit, cursor });
      context.out.result(page, ({ items, cursor: next }) => {
        const table = context.out.table(items, [
          plain('REFERENCE', 'reference'),
          plain('NUMBER', 'number'),
          plain('STATUS', 'status'),
          plain('PAYMENT', 'paymentState'),
          numeric('TOTAL MINOR', 'grandMinor'),
          plain('CURRENCY', 'currency'),
          plain('PLACED', 'placedAt'),
        ]);
        return next ? `${table}\n\nMore with --cursor ${next}` : table;
      });
      return EXIT.done;
    });
  },
});

const bulk = defineCommand({
  noun: 'order',
  verb: 'bulk',
  summary: 'Hold, release, tag or cancel every order that is found',
  options: {
    ...filters,
    do: { type: 'string', isRequired: true, choices: ['hold', 'release', 'tag', 'untag', 'cancel'], help: 'what' },
    reason: { type: 'string', help: 'of a hold (payment, fraud, address, manual, custom) or a cancellation' },
    name: { type: 'string', help: 'the name of a custom reason' },
    with: { type: 'list', help: 'a tag to put on or take off' },
    limit: { type: 'number', isInteger: true, min: 1, max: 1000, default: 200, help: 'how many at most' },
    preview: { type: 'boolean', help: 'only say which orders it would be' },
  },
  examples: ['crossdock order bulk --status on-hold --tag gift --do release --reason fraud --preview'],
  async run(context, { do: type, reason, name, with: tags, limit, preview, ...given }) {
    const filter = filterFrom(context, given);
    if (typeof filter === 'number') return filter;
    const action = actionFrom(context, type, { reason, name, tags });
    if (typeof action === 'number') return action;
    const { bulkOrders } = await import('../../core/usecases/bulkOrders.ts');
    return withOperations(context, async ({ orderSearch, environment, actor }) => {
      const request = { filter, action, limit, isPreview: preview, by: actor };
      const report = await bulkOrders(request, orderSearch.search, environment);
      context.out.result(report, ({ outcomes, hasMore }) => {
        const lines = outcomes.map(({ number, outcome, message }) => `${number}: ${message ?? outcome}`);
        return [...lines, hasMore ? 'There are more; call it again.' : `${outcomes.length} orders.`].join('\n');
      });
      return report.outcomes.some(({ outcome }) => outcome === 'refused') ? EXIT.attention : EXIT.done;
    });
  },
});

function actionFrom(
  context: CommandContext,
  type: 'hold' | 'release' | 'tag' | 'untag' | 'cancel',
  given: { readonly reason: string | undefined; readonly name: string | undefined; readonly tags: readonly string[] },
): BulkAction | ExitCode {
  const { reason, name, tags } = given;
  if (type === 'tag' || type === 'untag') {
    if (tags.length > 0) return { type, tags };
    return context.fail({ code: 'no-tag', message: 'There is no tag.', next: 'Name it with --with.' }, EXIT.usage);
  }
  if (reason === undefined) {
    return context.fail(
      { code: 'no-reason', message: 'There is no reason.', next: 'Give one with --reason.' },
      EXIT.usage,
    );
  }
  if (type === 'cancel') return { type, reason };
  const held = holdOf(context, reason, name);
  return typeof held === 'number' ? held : { type, reason: held };
}

const money = defineCommand({
  noun: 'order',
  verb: 'money',
  summary: 'Say what an order costs, each cent of difference by its cause, and what is paid and due',
  positionals: { order: { help: 'id, reference, number or external id' } },
  examples: ['crossdock order money 1001 --json'],
  async run(context, { order: name }) {
    const { orderMoney } = await import('../../core/usecases/orderMoney.ts');
    return withOperations(context, async (operations) => {
      const row = await findRecord(operations, { source: 'orders', names: ORDER_NAMES }, name);
      if (!row) return context.fail(unknown('order', name), EXIT.refused);
      context.out.result(orderMoney(row), moneyText);
      return EXIT.done;
    });
  },
});

function moneyText({ currency, totals, settlement, destinations }: OrderMoney): string {
  const figures = [
    ...Object.entries(totals.stated).map(
      ([key, minor]) => `${key}: ${minor} (computed ${totals.computed[key as 'grandMinor']})`,
    ),
    ...totals.differences.map(({ cause, at, minor }) => `  ${cause}: ${minor} at ${at}`),
    ...Object.entries(settlement).map(([key, minor]) => `${key}: ${minor}`),
    ...destinations.map((there) => `at ${there['connection']}: ${there['grandMinor']}, ${there['closing']}`),
  ];
  return [`in minor units of ${currency}`, ...figures].join('\n');
}

export const ORDER_SEARCHES: readonly Command[] = [search, bulk, money];
