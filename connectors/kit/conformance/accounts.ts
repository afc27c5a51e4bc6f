import type { Fault } from '../../../core/shared/fault.ts';
import type { Result } from '../../../core/shared/result.ts';
import type { Write, WriteName } from '../connector.ts';
import { tryRead } from './calls.ts';
import type { Check } from './check.ts';
import { withUnknownFields } from './damage.ts';
import type { ProxyAnswer } from './faultProxy.ts';
import { type Bench, type Lab, noAbort } from './lab.ts';
import { readersOf, unlessCalls } from './readers.ts';
import type { ConformanceSubject, FailureSample } from './subject.ts';

const credentials: Check = {
  id: 'account/good',
  title: 'good credentials are told as good, with something about the account',
  protects: 'whoever connects a system sees that it is the right one',
  inapplicable: unlessCalls,
  async problems(lab) {
    const bench = await lab.calls();
    const answer = await lab.subject.connector.check(bench.client(), noAbort());
    if (!answer.ok) return [`${answer.error.code}: ${answer.error.message}`];
    return answer.value.about === '' ? ['says nothing about the account'] : [];
  },
};

const wrongCredentials: Check = {
  id: 'account/wrong',
  title: 'wrong credentials are told as wrong',
  protects: 'a typing error is found when it is made, and not by the first lost order',
  inapplicable: (subject) =>
    unlessCalls(subject) ??
    (subject.connector.manifest.secretSettings.length === 0 ? 'there are no credentials' : undefined),
  async problems(lab) {
    const bench = await lab.calls();
    const client = bench.client({ settings: turned(lab.subject, bench.settings) });
    const answer = await lab.subject.connector.check(client, noAbort());
    if (answer.ok) return ['taken for good ones'];
    bench.said.push(answer.error.message);
    return answer.error.kind === 'auth' ? [] : [`a ${answer.error.kind} fault (${answer.error.code}), not auth`];
  },
};

function turned(
  { connector, wrongSecret }: ConformanceSubject,
  settings: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const names = connector.manifest.secretSettings.filter((name) => typeof settings[name] === 'string');
  const wrong = names.map((name) => [name, wrongSecret ?? `${String(settings[name]).slice(0, -3)}bad`]);
  return { ...settings, ...Object.fromEntries(wrong) };
}

const calledOff: Check = {
  id: 'account/called-off',
  title: 'a call that is called off ends with a fault',
  protects: 'a hub that is told to stop does stop',
  inapplicable: unlessCalls,
  async problems(lab) {
    const bench = await lab.calls();
    const problems: string[] = [];
    for (const { name, read } of readersOf(lab.subject)) {
      const answer = await read(bench.client(), bench, AbortSignal.abort());
      if (answer.ok) problems.push(`${name}: went on`);
    }
    return problems;
  },
};

const unreachable: Check = {
  id: 'account/unreachable',
  title: 'a system that is not there is a fault that passes',
  protects: 'a night of maintenance over there costs nothing but time',
  inapplicable: unlessCalls,
  async problems(lab) {
    const bench = await lab.calls();
    const elsewhere = JSON.stringify(bench.settings).replaceAll(bench.proxy.url, 'http://127.0.0.1:1');
    const client = bench.client({ settings: JSON.parse(elsewhere) as Bench['settings'] });
    const answer = await lab.subject.connector.check(client, noAbort());
    if (answer.ok) return ['says that all is well'];
    return answer.error.kind === 'retryable' ? [] : [`a ${answer.error.kind} fault (${answer.error.code})`];
  },
};

const answers: Check = {
  id: 'account/answers',
  title: 'every question is answered with a canonical value',
  protects: 'rates and tracking are what the hub takes them for',
  inapplicable: ({ asks = {} }) => (Object.keys(asks).length === 0 ? 'the connector answers no questions' : undefined),
  async problems(lab) {
    const bench = await lab.calls();
    const problems: string[] = [];
    for (const reader of readersOf(lab.subject)) {
      const answer = await tryRead(reader, bench);
      if (!answer.ok) problems.push(`${reader.name}: ${answer.error.code} ${answer.error.message}`);
      else if (reader.schema?.safeParse(answer.value).success === false) problems.push(`${reader.name}: not canonical`);
    }
    return problems;
  },
};

const drift: Check = {
  id: 'account/drift',
  title: 'fields that the vendor adds to its answers stop nothing',
  protects: "a vendor's new release does not stop the hub",
  inapplicable: unlessCalls,
  async problems(lab) {
    const bench = await lab.calls();
    const problems: string[] = [];
    for (const reader of readersOf(lab.subject)) {
      bench.proxy.plan({ kind: 'rewrite', times: Number.POSITIVE_INFINITY, rewrite: lab.subject.drift ?? grown });
      const answer = await tryRead(reader, bench);
      bench.proxy.clear();
      if (!answer.ok) problems.push(`${reader.name}: ${answer.error.code} ${answer.error.message}`);
    }
    return problems;
  },
};

/** A JSON answer with a field nobody knows in every object; others as they are. */
export function grown(answer: ProxyAnswer): ProxyAnswer {
  try {
    return { ...answer, body: JSON.stringify(withUnknownFields(JSON.parse(answer.body))) };
  } catch {
    return answer;
  }
}

const failures: Check = {
  id: 'account/failures',
  title: "the vendor's own errors become the faults that they mean",
  protects: 'a refusal is not tried again, and a pause is not taken for a refusal',
  inapplicable: ({ failures: samples = [] }) =>
    samples.length === 0 ? 'no failure of its own is stated beyond the HTTP table' : undefined,
  async problems(lab) {
    const bench = await lab.calls();
    const problems: string[] = [];
    for (const failure of lab.subject.failures ?? []) {
      bench.simulator.faults.plan(failure.fault);
      const answer = await during(lab, bench, failure);
      const wasMet = bench.simulator.faults.pending.length === 0;
      bench.simulator.faults.clear();
      const problem = wasMet ? failureProblem(answer, failure) : 'the fault was not met';
      if (problem) problems.push(`${failure.about}: ${problem}`);
    }
    return problems;
  },
};

function failureProblem(answer: Result<unknown, Fault>, { kind, code }: FailureSample): string | undefined {
  if (answer.ok) return 'taken for a good answer';
  if (answer.error.kind !== kind) return `a ${answer.error.kind} fault, not ${kind}`;
  return code === undefined || answer.error.code === code ? undefined : `${answer.error.code}, not ${code}`;
}

async function during(lab: Lab, bench: Bench, sample: FailureSample): Promise<Result<unknown, Fault>> {
  const client = bench.client();
  const { connector } = lab.subject;
  const answer =
    sample.during === 'check'
      ? await connector.check(client, noAbort())
      : await sendOne(lab, bench, client, sample.during);
  if (!answer.ok) bench.said.push(`${answer.error.code}: ${answer.error.message}`);
  return answer;
}

/** Encodes and sends one new document, once. */
export async function sendOne(
  { subject, next }: Lab,
  bench: Bench,
  client: unknown,
  name: WriteName,
): Promise<Result<unknown, Fault>> {
  const write = subject.connector.capabilities[name] as unknown as Write<unknown, unknown, unknown>;
  const n = next();
  const encoded = write.encode(await subject.writes?.[name]?.document(n, bench.simulator));
  if (!encoded.ok) return encoded;
  const reference = `conf-${name}-${n}`;
  return write.send(client, encoded.value, { reference, idempotencyKey: `${name}:${reference}` }, noAbort());
}

export const ACCOUNTS: readonly Check[] = [
  credentials,
  wrongCredentials,
  failures,
  calledOff,
  unreachable,
  answers,
  drift,
];
