import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Write, WriteKey, WriteName } from '../../../connectors/kit/connector.ts';
import type { DeliveryOutcome, DeliveryTask } from '../../../core/ports/index.ts';
import type { Instant } from '../../../core/shared/ids.ts';
import { epochMs, instantOf } from '../../../core/shared/instant.ts';
import { attemptDelivery } from '../../../pipelines/outbox/attempt.ts';
import { type Bench, noAbort, openBench, realNow } from './bench.ts';
import { deepFreeze } from './damage.ts';
import type { ConformanceSubject, WriteSample } from './subject.ts';

type AnyWrite = Write<unknown, unknown, unknown>;
const WRITES = [
  'pushOrder',
  'cancelOrder',
  'pushProduct',
  'pushStock',
  'pushShipment',
  'buyLabel',
  'voidLabel',
] as const;
const LATE_MS = 250;
let taken = 0;

/** One write as the delivery journal carries it out: attempt by attempt, with the clock in the test's hand. */
class Journey {
  readonly key: WriteKey;
  private task: DeliveryTask;
  private aheadMs = 0;
  private readonly bench: Bench;
  private readonly subject: ConformanceSubject;
  private readonly client: unknown;
  private readonly document: unknown;

  constructor(bench: Bench, subject: ConformanceSubject, operation: WriteName, document: unknown, n: number) {
    this.bench = bench;
    this.subject = subject;
    this.client = bench.client();
    this.document = document;
    const reference = `conf-${operation}-${n}`;
    this.key = { reference, idempotencyKey: `${operation}:${reference}` };
    this.task = {
      operation,
      reference,
      was: 'prepared',
      attempts: 0,
      lookUps: 0,
      firstSentAt: null,
    } as unknown as DeliveryTask;
  }

  /** Makes the clock of the journal go ahead. */
  pass(ms: number): void {
    this.aheadMs += ms;
  }

  async attempt(): Promise<DeliveryOutcome> {
    const now = (): Instant => instantOf(epochMs(realNow()) + this.aheadMs);
    const firstSentAt = this.task.was === 'prepared' ? now() : this.task.firstSentAt;
    const document = { document: this.document } as never;
    const outcome = await attemptDelivery({
      task: this.task,
      connector: this.subject.connector,
      client: this.client,
      document,
      now,
      random: () => 0.5,
      signal: noAbort(),
    });
    if ('fault' in outcome) this.bench.said.push(outcome.fault.message);
    const was = outcome.state === 'in-doubt' ? 'in-doubt' : 'prepared';
    this.task = { ...this.task, was, attempts: this.task.attempts + 1, firstSentAt } as unknown as DeliveryTask;
    return outcome;
  }

  async count(sample: WriteSample): Promise<number> {
    return sample.count(await this.bench.state(), this.key, this.document);
  }
}

/** Writes: pure encoding, and exactly one remote record whatever happens to the answer. */
export function writesConform(subject: ConformanceSubject): void {
  const names = WRITES.filter((name) => name in subject.connector.capabilities);
  if (names.length === 0) return;

  describe('writes', () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await openBench(subject);
    });
    afterAll(() => bench.close());

    describe.each(names)('%s', (name) => {
      const write = subject.connector.capabilities[name] as unknown as AnyWrite;
      const sampleOf = (): WriteSample => {
        const sample = subject.writes?.[name];
        if (!sample) throw new Error(`the subject has no sample for ${name}`);
        return sample;
      };
      const start = async (): Promise<Journey> => {
        const n = ++taken;
        return new Journey(bench, subject, name, await sampleOf().document(n, bench.simulator), n);
      };
      const commits = subject.writes?.[name]?.commits ?? [];

      test('encodes the same twice and leaves its input alone', async () => {
        const document = deepFreeze(structuredClone(await sampleOf().document(++taken, bench.simulator)));
        const encoded = write.encode(document);
        if (!encoded.ok) throw new Error(encoded.error.message);
        expect(write.encode(document)).toEqual(encoded);
      });

      test('makes one record and answers with its key', async () => {
        const journey = await start();
        const outcome = await journey.attempt();
        expect(outcome).toMatchObject({ state: 'landed', receipt: { externalId: expect.stringMatching(/./) } });
        expect(await journey.count(sampleOf())).toBe(1);
      });

      test.each(commits)('committed, and the answer lost at %s: still one record', async (commit) => {
        const journey = await start();
        bench.simulator.faults.plan({ kind: 'drop', match: commit, times: 1 });
        const first = await journey.attempt();
        expect(bench.simulator.faults.pending, `the request ${commit} was made`).toEqual([]);
        expect(first).toMatchObject({ state: 'in-doubt' });
        await expectOne(await untilSettled(journey, write), journey, write, sampleOf());
      });

      test.each(commits)('committed only after the first look, at %s: still one record', async (commit) => {
        const journey = await start();
        bench.simulator.faults.plan({ kind: 'late', match: commit, times: 1, ms: LATE_MS });
        expect(await journey.attempt()).toMatchObject({ state: 'in-doubt' });
        const second = await journey.attempt();
        await sleep(LATE_MS + 100);
        const last = second.state === 'in-doubt' ? await untilSettled(journey, write) : second;
        await expectOne(last, journey, write, sampleOf());
      });

      test('a refusal for too many calls is waited out, and then one record is made', async () => {
        const journey = await start();
        const headers = { 'retry-after': '7' };
        bench.simulator.faults.plan({ kind: 'status', match: commits[0] ?? ' ', times: 1, status: 429, headers });
        expect(await journey.attempt()).toMatchObject({ state: 'prepared', delayMs: 7000, counts: 'nothing' });
        expect(await journey.attempt()).toMatchObject({ state: 'landed' });
        expect(await journey.count(sampleOf())).toBe(1);
      });

      const { duplicates } = write;
      test.runIf(duplicates.mode === 'lookupByRef')('a look-up finds what landed, and nothing before', async () => {
        if (duplicates.mode !== 'lookupByRef') return;
        const n = ++taken;
        const document = await sampleOf().document(n, bench.simulator);
        const encoded = write.encode(document);
        if (!encoded.ok) throw new Error(encoded.error.message);
        const key: WriteKey = { reference: `conf-${name}-${n}`, idempotencyKey: `${name}:conf-${name}-${n}` };
        const client = bench.client();
        expect(await duplicates.landed(client, encoded.value, key, noAbort())).toEqual({ ok: true, value: null });
        const sent = await write.send(client, encoded.value, key, noAbort());
        if (!sent.ok) throw new Error(sent.error.message);
        const { externalId } = sent.value as { externalId: string };
        const found = await duplicates.landed(client, encoded.value, key, noAbort());
        expect(found).toMatchObject({ ok: true, value: { externalId } });
      });

      test.runIf(duplicates.mode === 'idempotent' || duplicates.mode === 'nativeKey')(
        'sent twice is the same as once',
        async () => {
          const journey = await start();
          expect(await journey.attempt()).toMatchObject({ state: 'landed' });
          expect(await journey.attempt()).toMatchObject({ state: 'landed' });
          expect(await journey.count(sampleOf())).toBe(1);
        },
      );
    });
  });
}

/** Looks again until the journal knows, with the declared settling time gone by. */
async function untilSettled(journey: Journey, write: AnyWrite): Promise<DeliveryOutcome> {
  if (write.duplicates.mode === 'lookupByRef') journey.pass(write.duplicates.settleMs);
  let outcome = await journey.attempt();
  for (let i = 0; i < 4 && (outcome.state === 'in-doubt' || outcome.state === 'prepared'); i++) {
    outcome = await journey.attempt();
  }
  return outcome;
}

async function expectOne(
  outcome: DeliveryOutcome,
  journey: Journey,
  write: AnyWrite,
  sample: WriteSample,
): Promise<void> {
  expect(outcome.state).toBe(write.duplicates.mode === 'none' ? 'needs-operator' : 'landed');
  expect(await journey.count(sample)).toBe(1);
}
