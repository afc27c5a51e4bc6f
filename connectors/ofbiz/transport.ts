import type { Fault } from '../../core/shared/fault.ts';
import type { Result } from '../../core/shared/result.ts';
import type { Params } from './params.ts';

/** One call of a service, by the name that it is exported under. */
export type ServiceCall = {
  readonly service: string;
  readonly params: Params;
  readonly effect: 'read' | 'write';
};

/** What a service answered: its OUT attributes by name; those without a value may be missing. */
export type ServiceAnswer = Readonly<Record<string, unknown>>;

/** Carries a call over one of OFBiz's ways to call a service. */
export type Transport = (call: ServiceCall, signal: AbortSignal) => Promise<Result<ServiceAnswer, Fault>>;
