import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import type { Result } from '../../core/shared/result.ts';
import type { AnyConnector, Write, WriteKey, WriteName } from './connector.ts';

/** Attempts that did not happen over there until a person is asked: about seven hours, by their back-off; a night's outage. */
const WRITE_ATTEMPTS = 100;
/** Attempts of a write that could be doubled that ended in doubt. */
const DOUBTS = 8;
const CONFLICT_ATTEMPTS = 3;
const PROBE_MS = 1000;
/** Look-ups that fail in a row until a person is asked: about an hour, by their back-off; fewer when it is for good. */
export const LOOK_UPS = 24;
const LOOK_UPS_REFUSED = 3;

type AnyWrite = Write<unknown, never, unknown>;

/** One write as the journal holds it. `was` tells what is known: `prepared` was not under way, the others may have landed. */
export type WriteTask = {
  readonly operation: WriteName;
  readonly reference: string;
  readonly was: 'prepared' | 'sent' | 'in-doubt';
  readonly attempts: number;
  /** How often in a row it could not be looked up whether it arrived. */
  readonly lookUps: number;
  readonly firstSentAt: Instant | null;
};

/** How an attempt ended. `delayMs` is the time until the next one; `counts` is what of the journal's patience it took. */
export type WriteOutcome =
  | { readonly state: 'landed'; readonly receipt: unknown }
  | { readonly state: 'refused' | 'needs-operator'; readonly fault: Fault }
  | {
      readonly state: 'prepared' | 'in-doubt';
      readonly fault: Fault;
      readonly delayMs: number;
      readonly counts: 'attempt' | 'look-up' | 'nothing';
    };

/** How long to wait after so many failures, in milliseconds. */
export type BackOff = (failures: number) => number;

export type WriteAttempt = {
  readonly task: WriteTask;
  readonly connector: AnyConnector;
  readonly client: unknown;
  readonly document: unknown;
  readonly now: () => Instant;
  readonly backOff: BackOff;
  readonly signal: AbortSignal;
};

/**
 * One attempt at a write, by the journal's rules: what was not under way is sent; what may have happened is looked up
 * first, and sent again only when the connector's policy says that this cannot double it.
 */
export async function attemptWrite(attempt: WriteAttempt): Promise<WriteOutcome> {
  const { task, connector, document } = attempt;
  const write = connector.capabilities[task.operation] as AnyWrite | undefined;
  if (!write) return refused(permanent('no-capability', `${connector.manifest.id} cannot ${task.operation}`));
  const encoded = write.encode(document as never);
  if (!encoded.ok) return refused(encoded.error);
  const key: WriteKey = { reference: task.reference, idempotencyKey: `${task.operation}:${task.reference}` };
  if (task.was === 'prepared') return send(attempt, write, encoded.value, key);
  return resolveDoubt(attempt, write, encoded.value, key);
}

async function send(attempt: WriteAttempt, write: AnyWrite, raw: unknown, key: WriteKey): Promise<WriteOutcome> {
  const sent = await write.send(attempt.client, raw, key, attempt.signal);
  return sent.ok ? { state: 'landed', receipt: sent.value } : outcomeOf(sent.error, attempt, write.duplicates.mode);
}

async function resolveDoubt(
  attempt: WriteAttempt,
  write: AnyWrite,
  raw: unknown,
  key: WriteKey,
): Promise<WriteOutcome> {
  const policy = write.duplicates;
  switch (policy.mode) {
    case 'nativeKey':
    case 'idempotent':
      return send(attempt, write, raw, key);
    case 'none':
      return {
        state: 'needs-operator',
        fault: permanent('outcome-unknown', `${attempt.task.reference}: look in the other system whether it arrived`),
      };
    case 'lookupByRef': {
      const landed = (await policy.landed(attempt.client, raw, key, attempt.signal)) as Result<unknown, Fault>;
      if (!landed.ok) return stillInDoubt(landed.error, attempt.task, attempt.backOff);
      if (landed.value !== null) return { state: 'landed', receipt: landed.value };
      if (policy.settleMs === null) return stillInDoubt(UNFOUND, attempt.task, attempt.backOff);
      const since = attempt.task.firstSentAt === null ? 0 : epochMs(attempt.now()) - epochMs(attempt.task.firstSentAt);
      // By way of `prepared`, so that the journal starts a new settling time before anything leaves again.
      if (since >= policy.settleMs) return { state: 'prepared', fault: IN_DOUBT, delayMs: 0, counts: 'attempt' };
      const delayMs = Math.min(policy.settleMs - since, PROBE_MS * 2 ** attempt.task.attempts);
      return { state: 'in-doubt', fault: IN_DOUBT, delayMs, counts: 'nothing' };
    }
  }
}

const IN_DOUBT: Fault = {
  kind: 'in-doubt',
  code: 'not-found-yet',
  message: 'the write is not there yet; looking again',
};

/** Of a system that may show a write at any time later: not there is not the same as not made. */
const UNFOUND = retryable('not-found-yet', 'no such record is shown so far, which does not prove that there is none');

/** From a fault to what the queue does: the only place where this is decided for writes. */
function outcomeOf(fault: Fault, { task, backOff }: WriteAttempt, mode: AnyWrite['duplicates']['mode']): WriteOutcome {
  switch (fault.kind) {
    case 'rate-limited':
      return { state: 'prepared', fault, delayMs: fault.retryAfterMs, counts: 'nothing' };
    case 'retryable':
      if (task.attempts + 1 >= WRITE_ATTEMPTS) return refused(fault);
      return {
        state: 'prepared',
        fault,
        delayMs: fault.retryAfterMs ?? backOff(task.attempts),
        counts: 'attempt',
      };
    case 'conflict':
      if (task.attempts + 1 >= CONFLICT_ATTEMPTS) return refused(fault);
      return { state: 'prepared', fault, delayMs: backOff(task.attempts), counts: 'attempt' };
    case 'in-doubt':
      return doubted(fault, { task, backOff }, mode === 'nativeKey' || mode === 'idempotent');
    case 'auth':
      return { state: 'prepared', fault, delayMs: 60_000, counts: 'nothing' };
    case 'permanent':
      return refused(fault);
  }
}

/** What sending again cannot double is sent again, as patiently as what never arrived; other writes are looked up soon. */
function doubted(
  fault: Fault,
  { task, backOff }: Pick<WriteAttempt, 'task' | 'backOff'>,
  isSafe: boolean,
): WriteOutcome {
  if (task.attempts + 1 >= (isSafe ? WRITE_ATTEMPTS : DOUBTS)) return { state: 'needs-operator', fault };
  return { state: 'in-doubt', fault, delayMs: isSafe ? backOff(task.attempts) : PROBE_MS, counts: 'attempt' };
}

/**
 * It could not be found out whether a write arrived: the doubt stays and the look-up is tried again, later each time. One
 * that keeps failing is given to a person with all that is known. A limit or missing credentials say nothing about the
 * write and take no patience.
 */
export function stillInDoubt(fault: Fault, task: WriteTask, backOff: BackOff): WriteOutcome {
  const isPatient = fault.kind === 'rate-limited' || fault.kind === 'auth';
  const most = fault.kind === 'permanent' ? LOOK_UPS_REFUSED : LOOK_UPS;
  if (!isPatient && task.lookUps + 1 >= most) return { state: 'needs-operator', fault: whatIsKnown(fault, task) };
  const asked = 'retryAfterMs' in fault ? fault.retryAfterMs : undefined;
  const delayMs = Math.max(asked ?? 0, backOff(task.lookUps));
  return { state: 'in-doubt', fault, delayMs, counts: isPatient ? 'nothing' : 'look-up' };
}

function whatIsKnown({ code, message }: Fault, { operation, reference, firstSentAt, lookUps }: WriteTask): Fault {
  const sent = firstSentAt === null ? '' : ` at ${firstSentAt}`;
  return permanent(
    'outcome-unknown',
    `${operation} ${reference} was sent${sent} and may have arrived; ${lookUps + 1} look-ups failed, the last with ${code}: ` +
      `${message}. Look in the other system, then resolve the delivery`,
  );
}

const refused = (fault: Fault): WriteOutcome => ({ state: 'refused', fault });
