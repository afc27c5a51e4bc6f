import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Write, WriteName } from '../../../connectors/kit/connector.ts';
import type { PlannedFault } from '../../../connectors/kit/simulator.ts';
import type { Fault, FaultKind } from '../../../core/shared/fault.ts';
import type { Result } from '../../../core/shared/result.ts';
import { type Bench, noAbort, openBench } from './bench.ts';
import type { ConformanceSubject, FailureSample } from './subject.ts';

const PAGE = '<!doctype html><html><head><title>Bad gateway</title></head><body>Oops</body></html>';
const status = (code: number, more: object = {}): PlannedFault => ({
  kind: 'status',
  match: ' ',
  times: 1,
  status: code,
  ...more,
});

const ANSWERS: readonly { about: string; fault: PlannedFault; kind: FaultKind; retryAfterMs?: number }[] = [
  {
    about: '429 with Retry-After in seconds',
    fault: status(429, { headers: { 'retry-after': '7' } }),
    kind: 'rate-limited',
    retryAfterMs: 7000,
  },
  { about: '429 without Retry-After', fault: status(429), kind: 'rate-limited' },
  { about: '500', fault: status(500), kind: 'retryable' },
  {
    about: '502 with an HTML page',
    fault: status(502, { headers: { 'content-type': 'text/html' }, body: PAGE }),
    kind: 'retryable',
  },
  {
    about: '503 with Retry-After',
    fault: status(503, { headers: { 'retry-after': '9' } }),
    kind: 'retryable',
    retryAfterMs: 9000,
  },
  { about: '504', fault: status(504), kind: 'retryable' },
  { about: '401', fault: status(401), kind: 'auth' },
  { about: '403', fault: status(403), kind: 'auth' },
  { about: 'a connection that is cut', fault: { kind: 'drop', match: ' ', times: 1 }, kind: 'retryable' },
  {
    about: 'an answer that does not come in time',
    fault: { kind: 'slow', match: ' ', times: 1, ms: 900 },
    kind: 'retryable',
  },
];

/** Manners: credentials, the faults of the HTTP table and of the vendor, and secrets that stay at home. */
export function mannersConform(subject: ConformanceSubject): void {
  const { connector } = subject;
  if (!subject.startSimulator) return;

  describe('manners', () => {
    let bench: Bench;
    const noted = <T>(result: Result<T, Fault>): Result<T, Fault> => {
      if (!result.ok) bench.said.push(`${result.error.code}: ${result.error.message}`);
      return result;
    };
    beforeAll(async () => {
      bench = await openBench(subject);
    });
    afterAll(() => bench.close());

    test('good credentials are told as good, with something about the account', async () => {
      const answer = noted(await connector.check(bench.client(), noAbort()));
      expect(answer).toMatchObject({ ok: true, value: { about: expect.stringMatching(/./) } });
    });

    test('bad credentials are an auth fault', async () => {
      const settings = wrong(subject, bench.simulator.settings);
      const answer = noted(await connector.check(bench.client({ settings }), noAbort()));
      expect(answer).toMatchObject({ ok: false, error: { kind: 'auth' } });
    });

    test.each(ANSWERS)('$about is a fault of kind $kind', async ({ fault, kind, retryAfterMs }) => {
      bench.simulator.faults.plan(fault);
      const client = bench.client(fault.kind === 'slow' ? { timeoutMs: 300 } : {});
      const answer = noted(await connector.check(client, noAbort()));
      bench.simulator.faults.clear();
      if (answer.ok) throw new Error('taken for a good answer');
      expect(answer.error.kind).toBe(kind);
      if (kind === 'rate-limited')
        expect(answer.error).toHaveProperty('retryAfterMs', retryAfterMs ?? expect.any(Number));
      if (retryAfterMs !== undefined) expect(answer.error).toHaveProperty('retryAfterMs', retryAfterMs);
    });

    test('an HTML page that calls itself a success is a fault, not an answer', async () => {
      bench.simulator.faults.plan(status(200, { times: 3, headers: { 'content-type': 'text/html' }, body: PAGE }));
      const answer = noted(await connector.check(bench.client(), noAbort()));
      bench.simulator.faults.clear();
      expect(answer.ok).toBe(false);
    });

    test('a call that is called off ends with a fault', async () => {
      const answer = noted(await connector.check(bench.client(), AbortSignal.abort()));
      expect(answer.ok).toBe(false);
    });

    test('a system that is not there is a fault that passes', async () => {
      const { port } = new URL(bench.simulator.url);
      const settings = JSON.parse(JSON.stringify(bench.simulator.settings).replaceAll(`:${port}`, ':1')) as Record<
        string,
        unknown
      >;
      const answer = noted(await connector.check(bench.client({ settings }), noAbort()));
      expect(answer).toMatchObject({ ok: false, error: { kind: 'retryable' } });
    });

    test.each(subject.failures ?? [])('$about is a fault of kind $kind', async (failure) => {
      bench.simulator.faults.plan(failure.fault);
      const answer = noted(await during(subject, bench, failure));
      expect(bench.simulator.faults.pending, 'the fault was met').toEqual([]);
      bench.simulator.faults.clear();
      expect(answer).toMatchObject({
        ok: false,
        error: { kind: failure.kind, ...(failure.code === undefined ? {} : { code: failure.code }) },
      });
    });

    test.each(Object.entries(subject.asks ?? {}))('%s answers', async (name, { query }) => {
      const ask = connector.capabilities[name as 'track'];
      const answer = noted((await ask?.ask(bench.client(), query as never, noAbort())) as Result<unknown, Fault>);
      expect(answer).toMatchObject({ ok: true });
    });

    test('no secret is in a trace or in the message of a fault', async () => {
      noted(await connector.check(bench.client(), noAbort()));
      const secrets = [
        ...secretsOf(subject, bench.simulator.settings),
        ...(subject.issuedSecrets?.(await bench.state()) ?? []),
      ];
      expect(bench.said.length).toBeGreaterThan(0);
      const leaks = bench.said.filter((text) => secrets.some((secret) => text.includes(secret)));
      expect(leaks).toEqual([]);
    });
  });
}

let taken = 9000;

async function during(
  subject: ConformanceSubject,
  bench: Bench,
  { during }: FailureSample,
): Promise<Result<unknown, Fault>> {
  const client = bench.client();
  if (during === 'check') return subject.connector.check(client, noAbort());
  return sendOne(subject, bench, client, during);
}

async function sendOne(
  subject: ConformanceSubject,
  bench: Bench,
  client: unknown,
  name: WriteName,
): Promise<Result<unknown, Fault>> {
  const write = subject.connector.capabilities[name] as unknown as Write<unknown, unknown, unknown>;
  const n = ++taken;
  const encoded = write.encode(await subject.writes?.[name]?.document(n, bench.simulator));
  if (!encoded.ok) return encoded;
  const reference = `conf-${name}-${n}`;
  return write.send(client, encoded.value, { reference, idempotencyKey: `${name}:${reference}` }, noAbort());
}

function secretsOf({ connector }: ConformanceSubject, settings: Readonly<Record<string, unknown>>): readonly string[] {
  return connector.manifest.secretSettings
    .map((name) => settings[name])
    .filter((value): value is string => typeof value === 'string' && value.length >= 4);
}

function wrong(
  { connector, wrongSecret }: ConformanceSubject,
  settings: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const turned = connector.manifest.secretSettings
    .filter((name) => typeof settings[name] === 'string')
    .map((name) => [name, wrongSecret ?? `${String(settings[name]).slice(0, -3)}bad`]);
  return { ...settings, ...Object.fromEntries(turned) };
}
