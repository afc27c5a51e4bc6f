import { isDeepStrictEqual } from 'node:util';
import type { WriteOutcome } from '../attemptWrite.ts';
import { PAGE } from './calls.ts';
import type { Check } from './check.ts';
import { deepFreeze } from './damage.ts';
import type { ProxyFault } from './faultProxy.ts';
import { endProblems, everyWrite, type Journey, startJourney, type Tried, unlessWrites } from './journey.ts';
import { type Bench, type Lab, noAbort } from './lab.ts';

const pureEncode: Check = {
  id: 'write/encode',
  title: 'a document is encoded the same twice and left as it was',
  protects: 'what is sent again is what was sent first',
  inapplicable: unlessWrites,
  problems: (lab) =>
    everyWrite(lab, async ({ write, sample }) => {
      const bench = await lab.calls();
      const document = deepFreeze(await sample.document(lab.next(), bench.simulator));
      const [first, second] = [write.encode(document), write.encode(document)];
      if (!first.ok) return [`the sample cannot be encoded: ${first.error.message}`];
      return isDeepStrictEqual(first, second) ? [] : ['not the same twice'];
    }),
};

const once: Check = {
  id: 'write/lands',
  title: 'a document lands as one record, and the next one as another',
  protects: 'what was sold is told, each order for itself',
  inapplicable: unlessWrites,
  problems: (lab) =>
    everyWrite(lab, async (tried) => {
      const problems: string[] = [];
      for (let i = 0; i < 2; i++) {
        const journey = await startJourney(lab, tried);
        const end = await journey.settle();
        problems.push(...(await endProblems(journey, tried, end)));
        if (end.state === 'needs-operator') problems.push('nothing was in its way, and a person is asked');
      }
      return problems;
    }),
};

const lookUp: Check = {
  id: 'write/look-up',
  title: 'a look-up finds what landed by its own reference, and nothing before',
  protects: 'a record of another order is not taken for this one',
  inapplicable: (subject) =>
    unlessWrites(subject) ??
    (Object.values(subject.connector.capabilities).some(
      (each) => 'duplicates' in each && each.duplicates.mode === 'lookupByRef',
    )
      ? undefined
      : 'no write is looked up by a reference'),
  problems: (lab) => everyWrite(lab, (tried) => lookUpProblems(lab, tried)),
};

async function lookUpProblems(lab: Lab, tried: Tried): Promise<readonly string[]> {
  const policy = tried.write.duplicates;
  if (policy.mode !== 'lookupByRef') return [];
  const other = await startJourney(lab, tried);
  await other.settle();
  const { key, document, bench } = await startJourney(lab, tried);
  const encoded = tried.write.encode(document);
  if (!encoded.ok) return [encoded.error.message];
  const client = bench.client();
  const before = await policy.landed(client, encoded.value, key, noAbort());
  if (!before.ok || before.value !== null) return ['finds something before anything was sent'];
  const sent = await tried.write.send(client, encoded.value, key, noAbort());
  if (!sent.ok) return [`not sent: ${sent.error.message}`];
  const found = await policy.landed(client, encoded.value, key, noAbort());
  if (!found.ok || found.value === null) return ['does not find what landed'];
  const [there, here] = [found.value, sent.value] as { externalId: string }[];
  return there?.externalId === here?.externalId ? [] : [`finds ${there?.externalId}, where ${here?.externalId} landed`];
}

const again: Check = {
  id: 'write/again',
  title: 'what may be sent again without a look does not double anything',
  protects: 'a declared native key or absolute state is one',
  inapplicable: (subject) =>
    unlessWrites(subject) ??
    (Object.values(subject.connector.capabilities).some(
      (each) => 'duplicates' in each && (each.duplicates.mode === 'idempotent' || each.duplicates.mode === 'nativeKey'),
    )
      ? undefined
      : 'every write is looked up before it is sent again'),
  problems: (lab) =>
    everyWrite(lab, async (tried) => {
      const { mode } = tried.write.duplicates;
      if (mode !== 'idempotent' && mode !== 'nativeKey') return [];
      const journey = await startJourney(lab, tried);
      await journey.settle();
      return endProblems(journey, tried, await journey.settle());
    }),
};

type Blow = {
  readonly about: string;
  readonly fault: (bench: Bench, commit: string) => ProxyFault;
  /** What a person does between the first attempt and the next. */
  readonly meanwhile?: (journey: Journey, first: WriteOutcome) => Promise<WriteOutcome>;
};

/** A check that strikes each request by which a write changes something over there. */
function blowCheck(about: Pick<Check, 'id' | 'title' | 'protects'>, blows: readonly Blow[]): Check {
  return {
    ...about,
    inapplicable: unlessWrites,
    problems: (lab) =>
      everyWrite(lab, async (tried) => {
        const problems: string[] = [];
        for (const blow of blows) {
          for (const commit of tried.sample.commits) {
            const found = await struck(lab, tried, blow, commit);
            problems.push(...found.map((problem) => `${blow.about} at ${commit}: ${problem}`));
          }
        }
        return problems;
      }),
  };
}

async function struck(lab: Lab, tried: Tried, { fault, meanwhile }: Blow, commit: string): Promise<readonly string[]> {
  const journey = await startJourney(lab, tried);
  const { proxy } = journey.bench;
  proxy.clear();
  const planned = fault(journey.bench, commit);
  proxy.plan(planned);
  const first = await journey.attempt();
  if (proxy.pending === planned.times) {
    proxy.clear();
    return ['the request was not made'];
  }
  const last = meanwhile ? await meanwhile(journey, first) : await journey.settle(first);
  return endProblems(journey, tried, last);
}

const BLOWS: readonly Check[] = [
  blowCheck(
    {
      id: 'write/late-commit',
      title: 'a write that is committed only after the first look still leaves one record',
      protects: 'the declared settling time is long enough to wait, and is waited',
    },
    [
      {
        about: 'committed late',
        fault: (_bench, match) => ({ kind: 'late', match, times: 1 }),
        async meanwhile(journey, first) {
          const second = 'delayMs' in first ? await journey.attempt() : first;
          // As soon as the journal would allow another sending, the first one lands.
          if (second.state === 'prepared')
            return journey.settle(await journey.attempt().finally(journey.bench.proxy.release));
          await journey.bench.proxy.release();
          return journey.settle(second);
        },
      },
    ],
  ),
  blowCheck(
    {
      id: 'write/lost-answer',
      title: 'a write whose answer is lost, cut or never comes leaves one record',
      protects: 'no second label, and no second order, after a timeout',
    },
    [
      { about: 'the answer lost', fault: (_bench, match) => ({ kind: 'lost', match, times: 1 }) },
      { about: 'the answer cut', fault: (_bench, match) => ({ kind: 'half', match, times: 1 }) },
      {
        about: 'committed, then silence',
        fault: ({ expire }, match) => ({ kind: 'silent', match, times: 1, held: expire }),
      },
    ],
  ),
  blowCheck(
    {
      id: 'write/odd-answer',
      title: 'a write that is answered in words nobody can read leaves one record',
      protects: 'a page of a proxy in between is neither a yes nor a no',
    },
    [
      { about: 'half an answer', fault: (_bench, match) => ({ kind: 'cut', match, times: 1 }) },
      {
        about: 'carried out and answered by a page',
        fault: (_bench, match) => ({
          kind: 'rewrite',
          match,
          times: 1,
          rewrite: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: PAGE }),
        }),
      },
    ],
  ),
  blowCheck(
    {
      id: 'write/reset',
      title: 'a write whose connection is cut before it arrives is made once all the same',
      protects: 'what was wanted does happen',
    },
    [{ about: 'cut', fault: (_bench, match) => ({ kind: 'reset', match, times: 1 }) }],
  ),
  blowCheck(
    {
      id: 'write/server-error',
      title: 'a write that is answered with 500, 502 or 504, carried out or not, leaves one record',
      protects: 'an error over there is looked into and not believed',
    },
    [500, 502, 504].flatMap((status) => [
      {
        about: `${status}, not carried out`,
        fault: (_bench: Bench, match: string): ProxyFault => ({ kind: 'answer', match, times: 1, status }),
      },
      {
        about: `${status}, carried out`,
        fault: (_bench: Bench, match: string): ProxyFault => ({
          kind: 'rewrite',
          match,
          times: 1,
          rewrite: () => ({ status, headers: { 'content-type': 'text/html' }, body: PAGE }),
        }),
      },
    ]),
  ),
  blowCheck(
    {
      id: 'write/throttled',
      title: 'a write that is throttled waits as long as it is told and is then made once',
      protects: 'a busy hour over there loses no order',
    },
    [
      {
        about: '429 with Retry-After',
        fault: (_bench, match) => ({ kind: 'answer', match, times: 3, status: 429, headers: { 'retry-after': '7' } }),
        meanwhile: throttled(7000),
      },
      {
        about: '429 without',
        fault: (_bench, match) => ({ kind: 'answer', match, times: 3, status: 429 }),
        meanwhile: throttled(),
      },
      { about: '503', fault: (_bench, match) => ({ kind: 'answer', match, times: 1, status: 503 }) },
    ],
  ),
];

/** Goes on after a first throttled attempt, which must have named the time and must not count as a failure. */
function throttled(delayMs?: number): NonNullable<Blow['meanwhile']> {
  return async (journey, first) => {
    const isWaiting = first.state === 'prepared' && first.counts === 'nothing' && first.delayMs > 0;
    const isTold = delayMs === undefined || ('delayMs' in first && first.delayMs === delayMs);
    return isWaiting && isTold ? journey.settle(first) : first;
  };
}

export const WRITES: readonly Check[] = [pureEncode, once, lookUp, again, ...BLOWS];
