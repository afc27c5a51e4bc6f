import type { Result } from '../core/shared/result.ts';
import type { NamedUnits, WorkRefusal } from '../core/usecases/openWork.ts';
import type { WorkState } from '../core/usecases/operateFulfillment.ts';
import { type CommandContext, EXIT, type ExitCode } from './command.ts';
import { type Operations, withOperations } from './withOperations.ts';

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
