import { writeFile } from 'node:fs/promises';
import { PICK_STRATEGIES } from '../../core/fulfillment/index.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { findRecord, listCommand, plain, type RecordView, showCommand, unknown } from '../records.ts';
import { withOperations } from '../withOperations.ts';
import { unitsOf } from '../workCommand.ts';

const VIEW: RecordView = {
  noun: 'picklist',
  source: 'pick-lists',
  filters: { location: 'code of one location', state: 'open or done', wave: 'one wave', zone: 'one zone' },
  columns: [
    plain('NUMBER', 'number'),
    plain('LOCATION', 'location'),
    plain('STRATEGY', 'strategy'),
    plain('ZONE', 'zone'),
    plain('WAVE', 'wave'),
    plain('STATE', 'state'),
    plain('CREATED', 'createdAt'),
  ],
  names: ['number'],
};

const create = defineCommand({
  noun: 'picklist',
  verb: 'create',
  summary: 'Make pick lists of the work that waits at a location',
  positionals: { location: { help: 'code of the location' } },
  options: {
    strategy: { type: 'string', choices: PICK_STRATEGIES, default: 'batch', help: 'batch, wave or zone' },
    wave: { type: 'string', help: 'a name for what goes out together' },
    order: { type: 'list', placeholder: 'NUMBER', help: 'only this fulfillment order; may be repeated' },
    maxOrders: { type: 'number', isInteger: true, min: 1, max: 1000, default: 20, help: 'orders on one list' },
    maxUnits: { type: 'number', isInteger: true, min: 1, max: 1_000_000, default: 200, help: 'units on one list' },
    limit: { type: 'number', isInteger: true, min: 1, max: 10_000, default: 1000, help: 'orders in all' },
  },
  examples: ['crossdock picklist create main --strategy zone --max-orders 10'],
  run: (context, { location, strategy, wave, order, maxOrders, maxUnits, limit }) =>
    withOperations(context, async ({ environment, actor }) => {
      const { createPickLists } = await import('../../core/usecases/pickLists.ts');
      const fulfillmentOrders = order.length > 0 ? order : undefined;
      const command = { location, strategy, wave, fulfillmentOrders, maxOrders, maxUnits, limit };
      const made = await createPickLists(command, actor, environment);
      if (!made.ok) return context.fail({ ...made.error, next: 'See crossdock location list.' }, EXIT.refused);
      context.out.result(made.value, (lists) =>
        context.out.table(lists, [
          { title: 'NUMBER', value: ({ number }) => number },
          { title: 'ZONE', value: ({ zone }) => zone },
          { title: 'ORDERS', value: ({ orders }) => orders, align: 'right' },
          { title: 'UNITS', value: ({ units }) => units, align: 'right' },
        ]),
      );
      return EXIT.done;
    }),
});

const print = defineCommand({
  noun: 'picklist',
  verb: 'print',
  summary: 'Write a pick list as PDF, in walking order',
  positionals: { name: { help: 'id or number of the pick list' } },
  options: { out: { type: 'string', placeholder: 'FILE', isRequired: true, help: 'the file to write' } },
  examples: ['crossdock picklist print PL17 --out PL17.pdf'],
  run: (context, { name, out }) =>
    withOperations(context, async ({ pickListPdf }) => {
      const pdf = await pickListPdf(name);
      if (!pdf) return context.fail(unknown('picklist', name), EXIT.refused);
      await writeFile(out, pdf);
      context.out.result({ file: out, bytes: pdf.length }, ({ file }) => file);
      return EXIT.done;
    }),
});

const confirm = defineCommand({
  noun: 'picklist',
  verb: 'confirm',
  summary: 'Confirm all that is left on a pick list as picked, but for what was short',
  positionals: { name: { help: 'id or number of the pick list' } },
  options: {
    short: { type: 'list', placeholder: 'PICK=N', help: 'units that a stop did not have; the stop by its id' },
    reason: { type: 'string', default: 'not-found', help: 'why units were short' },
  },
  examples: ['crossdock picklist confirm PL17'],
  run: (context, { name, short, reason }) =>
    withOperations(context, async (operations) => {
      const list = await findRecord(operations, VIEW, name);
      if (!list) return context.fail(unknown('picklist', name), EXIT.refused);
      const given = unitsOf(short);
      if (!given.ok) return context.fail({ ...given.error, next: `See crossdock picklist show ${name}.` }, EXIT.usage);
      const missing = new Map(given.value?.map(({ sku, quantity }) => [sku, quantity]));
      const stops = (list['picks'] ?? []) as readonly { readonly id: string; readonly left: number }[];
      const picks = stops
        .filter(({ left }) => left > 0)
        .map(({ id, left }) => ({ pick: id, picked: left - (missing.get(id) ?? 0), short: missing.get(id) ?? 0 }));
      const { confirmPicks } = await import('../../core/usecases/confirmPicks.ts');
      const done = await confirmPicks({ name, actor: operations.actor }, { picks, reason }, operations.environment);
      if (!done.ok) return context.fail({ ...done.error, next: `See crossdock picklist show ${name}.` }, EXIT.refused);
      context.out.result(done.value, ({ number, state }) => `${number}: ${state}`);
      return EXIT.done;
    }),
});

export const PICK_LIST_COMMANDS: readonly Command[] = [listCommand(VIEW), showCommand(VIEW), create, print, confirm];
