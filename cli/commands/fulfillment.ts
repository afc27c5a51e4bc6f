import { type Command, defineCommand } from '../command.ts';
import { listCommand, plain, type RecordView, showCommand } from '../records.ts';
import { UNITS, unitsOf, WORK, workCommand } from '../workCommand.ts';
import { PACKING_COMMANDS } from './packing.ts';

const VIEW: RecordView = {
  noun: 'fulfillment',
  source: 'fulfillment-orders',
  filters: {
    location: 'code of one location',
    state: 'released, picking, picked, packed, labelled, ready, shipped or cancelled',
    method: 'ship, collect or drop-ship',
    orderNumber: 'the number of its order',
  },
  columns: [
    plain('NUMBER', 'number'),
    plain('ORDER', 'orderNumber'),
    plain('LOCATION', 'location'),
    plain('METHOD', 'method'),
    plain('STATE', 'state'),
    plain('CREATED', 'createdAt'),
  ],
  names: ['number'],
};

const start = defineCommand({
  noun: 'fulfillment',
  verb: 'start',
  summary: 'Begin to pick a fulfillment order',
  positionals: WORK,
  run: (context, { name }) =>
    workCommand(context, async ({ environment, actor }) => {
      const { startPicking } = await import('../../core/usecases/operateFulfillment.ts');
      return startPicking({ name, actor }, environment);
    }),
});

const pick = defineCommand({
  noun: 'fulfillment',
  verb: 'pick',
  summary: 'Confirm units as picked, or all that is still to pick',
  positionals: WORK,
  options: { unit: UNITS, scan: { type: 'string', help: 'name of the scan; the same one again changes nothing' } },
  examples: ['crossdock fulfillment pick shop-1001-F1 --unit MUG=2'],
  run: (context, { name, unit, scan }) =>
    workCommand(context, async ({ environment, actor }) => {
      const units = unitsOf(unit);
      if (!units.ok) return units;
      const { confirmPick } = await import('../../core/usecases/operateFulfillment.ts');
      return confirmPick({ name, actor }, { units: units.value, scan }, environment);
    }),
});

const short = defineCommand({
  noun: 'fulfillment',
  verb: 'short',
  summary: 'Give units back that were not found, to be sourced anew or backordered',
  positionals: WORK,
  options: {
    unit: { ...UNITS, help: 'units of one SKU that were not found' },
    reason: { type: 'string', default: 'not-found', help: 'why, for the history' },
  },
  examples: ['crossdock fulfillment short shop-1001-F1 --unit MUG=1'],
  run: (context, { name, unit, reason }) =>
    workCommand(context, async ({ environment, actor }) => {
      const units = unitsOf(unit);
      if (!units.ok) return units;
      const { pickShort } = await import('../../core/usecases/operateFulfillment.ts');
      return pickShort({ name, actor }, units.value ?? [], reason, environment);
    }),
});

export const FULFILLMENT_COMMANDS: readonly Command[] = [
  listCommand(VIEW),
  showCommand(VIEW),
  start,
  pick,
  short,
  ...PACKING_COMMANDS,
];
