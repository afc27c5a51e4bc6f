import type { Instant } from '../../../core/shared/ids.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { attemptWrite, type WriteOutcome, type WriteTask } from '../attemptWrite.ts';
import { WRITE_NAMES, type Write, type WriteKey, type WriteName } from '../connector.ts';
import { type Bench, type Lab, noAbort } from './lab.ts';
import type { ConformanceSubject, WriteSample } from './subject.ts';

export type AnyWrite = Write<unknown, unknown, unknown>;
export type Tried = { readonly name: WriteName; readonly write: AnyWrite; readonly sample: WriteSample };

const MAX_ATTEMPTS = 200;
const BACK_OFF_MS = 1000;

export const unlessWrites = ({ connector }: ConformanceSubject): string | undefined =>
  WRITE_NAMES.some((name) => name in connector.capabilities) ? undefined : 'nothing is written to this system';

/** Tries each write that a connector has; the problems are named by it. */
export async function everyWrite(
  { subject }: Lab,
  judge: (tried: Tried) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const name of WRITE_NAMES) {
    const write = subject.connector.capabilities[name] as unknown as AnyWrite | undefined;
    if (!write) continue;
    const sample = subject.writes?.[name];
    const found = sample ? await judge({ name, write, sample }) : ['no sample document'];
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  }
  return problems;
}

/** One write as the delivery journal of the hub carries it out: attempt by attempt, with the clock in hand. */
export class Journey {
  readonly key: WriteKey;
  readonly document: unknown;
  readonly bench: Bench;
  private task: WriteTask;
  private readonly lab: Lab;
  private readonly tried: Tried;
  private readonly client: unknown;

  constructor(lab: Lab, bench: Bench, tried: Tried, n: number, document: unknown) {
    this.lab = lab;
    this.bench = bench;
    this.tried = tried;
    this.client = bench.client();
    this.document = document;
    const reference = `conf-${tried.name}-${n}`;
    this.key = { reference, idempotencyKey: `${tried.name}:${reference}` };
    this.task = { operation: tried.name, reference, was: 'prepared', attempts: 0, lookUps: 0, firstSentAt: null };
  }

  async attempt(): Promise<WriteOutcome> {
    const now = (): Instant => instantOf(this.bench.clock.now());
    const firstSentAt = this.task.was === 'prepared' ? now() : this.task.firstSentAt;
    const { connector } = this.lab.subject;
    const outcome = await attemptWrite({
      task: { ...this.task, firstSentAt },
      connector,
      client: this.client,
      document: this.document,
      now,
      backOff: () => BACK_OFF_MS,
      signal: noAbort(),
    });
    if ('fault' in outcome) this.bench.said.push(`${outcome.fault.code}: ${outcome.fault.message}`);
    const was = outcome.state === 'in-doubt' ? 'in-doubt' : 'prepared';
    const counts = 'counts' in outcome ? outcome.counts : 'nothing';
    const attempts = this.task.attempts + (counts === 'attempt' ? 1 : 0);
    const lookUps = counts === 'look-up' ? this.task.lookUps + 1 : 0;
    this.task = { ...this.task, was, attempts, lookUps, firstSentAt };
    return outcome;
  }

  /** Goes on until the journal knows how it ended, waiting as long as each attempt asks. */
  async settle(first?: WriteOutcome): Promise<WriteOutcome> {
    let outcome = first ?? (await this.attempt());
    for (let i = 0; i < MAX_ATTEMPTS && 'delayMs' in outcome; i++) {
      this.bench.clock.pass(outcome.delayMs);
      outcome = await this.attempt();
    }
    return outcome;
  }

  async count(): Promise<number> {
    return this.tried.sample.count(await this.bench.state(), this.key, this.document);
  }
}

/** Begins the write of a new document on the bench for calls. */
export async function startJourney(lab: Lab, tried: Tried): Promise<Journey> {
  const bench = await lab.calls();
  const n = lab.next();
  return new Journey(lab, bench, tried, n, await tried.sample.document(n, bench.simulator));
}

/** Whether a write that cannot be shown to have failed goes to a person rather than out again. */
const asksSomebody = ({ duplicates }: AnyWrite): boolean =>
  duplicates.mode === 'none' || (duplicates.mode === 'lookupByRef' && duplicates.settleMs === null);

/**
 * What is wrong with the end of a journey that must leave exactly one record; none at all is right, too, where a person is
 * asked.
 */
export async function endProblems(
  journey: Journey,
  { write }: Tried,
  outcome: WriteOutcome,
): Promise<readonly string[]> {
  const count = await journey.count();
  const isAsked = outcome.state === 'needs-operator' && asksSomebody(write);
  const isKnown = outcome.state === 'landed' || (isAsked && write.duplicates.mode === 'none');
  const said = 'fault' in outcome ? ` (${outcome.fault.code} ${outcome.fault.message})` : '';
  return [
    ...(count > 1 ? [`${count} records, where one was wanted`] : []),
    ...(count === 0 && !isAsked ? [`no record; the journal says ${outcome.state}${said}`] : []),
    ...(count === 1 && !isKnown ? [`there, and the journal says ${outcome.state}${said}`] : []),
  ];
}
