import type { Fault } from '../../core/shared/fault.ts';
import type { Result } from '../../core/shared/result.ts';

/** One call of a method of a model. `args` are named, in the order of the method's own parameters. */
export type ModelCall = {
  readonly model: string;
  readonly method: string;
  /** The records that it is called on; absent for a method of the model itself. */
  readonly ids?: readonly number[];
  readonly args?: Readonly<Record<string, unknown>>;
  readonly effect: 'read' | 'write';
  readonly context?: Readonly<Record<string, unknown>>;
};

/** Carries a call over one of Odoo's protocols. A method that returns nothing gives null. */
export type Transport = (call: ModelCall, signal: AbortSignal) => Promise<Result<unknown, Fault>>;

/** What execute_kw gets: `create` takes its values by position, all else by name. */
export function positional({ method, ids, args, context }: ModelCall): readonly [readonly unknown[], object] {
  const more = context && Object.keys(context).length > 0 ? { context } : {};
  if (method === 'create') return [[args?.['vals_list']], more];
  return [ids ? [ids] : [], { ...args, ...more }];
}
