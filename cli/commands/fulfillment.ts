import type { Result } from '../../core/shared/result.ts';
import type { NamedUnits, WorkRefusal } from '../../core/usecases/openWork.ts';
import type { WorkState } from '../../core/usecases/operateFulfillment.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { listCommand, plain, type RecordView, showCommand } from '../records.ts';
import { type Operations, withOperations } from '../withOperations.ts';

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

/** What is asked of one fulfillment order by its id or number. */
export const WORK = { name: { help: 'id or number of the fulfillment order' } } as const;
export const UNITS = { type: 'list', placeholder: 'SKU=N', help: 'units of one SKU; all when absent' } as const;

/** Runs an operation on the work of a location and shows where that stands now. */
export function workCommand<T extends Pick<WorkState, 'number' | 'state'>>(
  context: CommandContext,
  run: (operations: Operations) => Promise<Result<T, WorkRefusal>>,
): Promise<ExitCode> {
  return withOperations(context, async (operations) => {
    const done = await run(operations);
    if (!done.ok) return context.fail({ ...done.error, next: 'See crossdock fulfillment list.' }, EXIT.refused);
    context.out.result(done.value, ({ number, state }) => `${number}: ${state}`);
    return EXIT.done;
  });
}

/** `SKU=2` as units of a line; undefined when none is given, and a refusal for what is written otherwise. */
export function unitsOf(given: readonly string[]): Result<readonly NamedUnits[] | undefined, WorkRefusal> {
  const units: NamedUnits[] = [];
  for (const text of given) {
    const [, sku, count] = /^(.+)=(\d{1,7})$/.exec(text) ?? [];
    if (!sku || Number(count) === 0) {
      return { ok: false, error: { code: 'invalid-units', message: `"${text}" is not SKU=UNITS, such as MUG=2` } };
    }
    units.push({ sku, quantity: Number(count) });
  }
  return { ok: true, value: units.length > 0 ? units : undefined };
}

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

export const FULFILLMENT_COMMANDS: readonly Command[] = [listCommand(VIEW), showCommand(VIEW), start, pick, short];
