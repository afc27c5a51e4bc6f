import type { Fault, FaultKind } from '../../../core/shared/fault.ts';
import { err, type Result } from '../../../core/shared/result.ts';
import type { Check } from './check.ts';
import type { ProxyAnswer, ProxyFault } from './faultProxy.ts';
import type { Bench, ClientOptions, Lab } from './lab.ts';
import { type Reader, readersOf, unlessCalls } from './readers.ts';

export const PAGE = '<!doctype html><html><head><title>Bad gateway</title></head><body>Oops</body></html>';
const HTML = { 'content-type': 'text/html' };

/** Tries each reader with a client of its own; what it answers is judged, and faults are noted for the secrets check. */
async function everyReader(
  lab: Lab,
  judge: (reader: Reader, bench: Bench) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const bench = await lab.calls();
  const problems: string[] = [];
  for (const reader of readersOf(lab.subject)) {
    bench.proxy.clear();
    problems.push(...(await judge(reader, bench)).map((problem) => `${reader.name}: ${problem}`));
  }
  return problems;
}

export async function tryRead(reader: Reader, bench: Bench, options?: ClientOptions): Promise<Result<unknown, Fault>> {
  const answer = await reader.read(bench.client(options), bench);
  if (!answer.ok) bench.said.push(`${answer.error.code}: ${answer.error.message}`);
  return answer;
}

type Expected = { readonly kinds: readonly FaultKind[]; readonly retryAfterMs?: number };
type Case = Expected & { readonly about: string; readonly fault: (bench: Bench) => ProxyFault };

/** What is wrong with an answer that should have been a fault. */
function faultProblem(answer: Result<unknown, Fault>, { kinds, retryAfterMs }: Expected): string | undefined {
  if (answer.ok) return 'taken for a good answer';
  const { error } = answer;
  if (!kinds.includes(error.kind)) return `a ${error.kind} fault (${error.code}), not ${kinds.join(' or ')}`;
  const after = 'retryAfterMs' in error ? error.retryAfterMs : undefined;
  if (retryAfterMs !== undefined && after !== retryAfterMs) return `to be tried in ${after} ms, not ${retryAfterMs}`;
  return error.kind === 'rate-limited' && !(Number(after) > 0) ? 'no time after which to try again' : undefined;
}

/** A check that plans faults for every call of a reader and looks at what becomes of them. */
function faultCheck(
  about: Pick<Check, 'id' | 'title' | 'protects'>,
  cases: readonly Case[],
  inapplicable: Check['inapplicable'] = unlessCalls,
): Check {
  return {
    ...about,
    inapplicable,
    problems: (lab) =>
      everyReader(lab, async (reader, bench) => {
        const problems: string[] = [];
        for (const each of cases) {
          bench.proxy.clear();
          bench.proxy.plan(each.fault(bench));
          const problem = faultProblem(await tryRead(reader, bench), each);
          if (problem) problems.push(`${each.about}: ${problem}`);
        }
        return problems;
      }),
  };
}

const unlessRead: Check['inapplicable'] = (subject) => unlessCalls(subject) ?? subject.statusOnly;

const ALWAYS = Number.POSITIVE_INFINITY;
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = '') =>
  (): ProxyFault => ({ kind: 'answer', times: ALWAYS, status: code, headers, body });
const passing: readonly FaultKind[] = ['retryable'];

const FAULTS: readonly Check[] = [
  faultCheck(
    {
      id: 'call/rate-limit',
      title: '429 is waited out, for as long as Retry-After says where it says so',
      protects: 'the hub is not shut out by a system that asked for quiet',
    },
    [
      {
        about: 'Retry-After in seconds',
        fault: status(429, { 'retry-after': '7' }),
        kinds: ['rate-limited'],
        retryAfterMs: 7000,
      },
      { about: 'without Retry-After', fault: status(429), kinds: ['rate-limited'] },
      {
        about: 'a Retry-After that is nonsense',
        fault: status(429, { 'retry-after': 'soon' }),
        kinds: ['rate-limited'],
      },
    ],
  ),
  faultCheck(
    {
      id: 'call/server-error',
      title: '500, 502, 503 and 504 pass by themselves, after the time that 503 names',
      protects: 'an outage over there costs nothing but time',
    },
    [
      { about: '500', fault: status(500), kinds: passing },
      { about: '502 with an HTML page', fault: status(502, HTML, PAGE), kinds: passing },
      { about: '503', fault: status(503, { 'retry-after': '9' }), kinds: passing, retryAfterMs: 9000 },
      { about: '504', fault: status(504, HTML, PAGE), kinds: passing },
    ],
  ),
  faultCheck(
    {
      id: 'call/denied',
      title: '401 and 403 ask for a person',
      protects: 'a withdrawn key is told at once and not tried a thousand times',
    },
    [
      { about: '401', fault: status(401), kinds: ['auth'] },
      { about: '403', fault: status(403), kinds: ['auth'] },
    ],
  ),
  faultCheck(
    {
      id: 'call/reset',
      title: 'a connection that is cut before, at or inside the answer is a fault that passes',
      protects: 'a flickering network loses nothing',
    },
    [
      { about: 'cut before', fault: () => ({ kind: 'reset', times: ALWAYS }), kinds: passing },
      { about: 'cut at the answer', fault: () => ({ kind: 'lost', times: ALWAYS }), kinds: passing },
      { about: 'cut inside the answer', fault: () => ({ kind: 'half', times: ALWAYS }), kinds: passing },
    ],
  ),
  faultCheck(
    {
      id: 'call/silent',
      title: 'an answer that does not come in time is a fault that passes',
      protects: 'a system that hangs does not hang the hub',
    },
    [
      {
        about: 'no answer',
        fault: ({ expire }) => ({ kind: 'silent', times: ALWAYS, held: expire }),
        kinds: passing,
      },
    ],
  ),
  faultCheck(
    {
      id: 'call/html',
      title: 'an HTML page that calls itself a success is a fault, not an answer',
      protects: 'a login page or a proxy in between is not taken for an empty list',
    },
    [
      { about: 'a page', fault: status(200, HTML, PAGE), kinds: ['retryable', 'permanent', 'auth'] },
      {
        about: 'a page as JSON',
        fault: status(200, { 'content-type': 'application/json' }, PAGE),
        kinds: ['retryable', 'permanent', 'auth'],
      },
    ],
    unlessRead,
  ),
  faultCheck(
    {
      id: 'call/cut',
      title: 'half an answer that calls itself whole, or none at all, is a fault',
      protects: 'a list that was cut is not taken for the whole list',
    },
    [
      { about: 'half', fault: () => ({ kind: 'cut', times: ALWAYS }), kinds: ['retryable', 'permanent', 'auth'] },
      { about: 'an empty body', fault: status(200), kinds: ['retryable', 'permanent', 'auth'] },
      {
        about: 'null',
        fault: status(200, { 'content-type': 'application/json' }, 'null'),
        kinds: ['retryable', 'permanent', 'auth'],
      },
    ],
    unlessRead,
  ),
  faultCheck(
    {
      id: 'call/redirected',
      title: 'a redirect is not followed',
      protects: 'credentials do not travel to an address that nobody entered',
    },
    [
      {
        about: '302',
        fault: status(302, { location: 'http://127.0.0.1:1/' }),
        kinds: ['permanent', 'auth', 'retryable'],
      },
    ],
  ),
];

const wrongType: Check = {
  id: 'call/wrong-type',
  title: 'a good answer under a wrong content type is read or refused, never with a throw',
  protects: 'a careless server is lived with',
  inapplicable: unlessCalls,
  problems: (lab) =>
    everyReader(lab, async (reader, bench) => {
      const rewrite = (answer: ProxyAnswer) => ({
        ...answer,
        headers: { ...answer.headers, 'content-type': 'text/plain; charset=utf-8' },
      });
      bench.proxy.plan({ kind: 'rewrite', times: ALWAYS, rewrite });
      const answer = await tryRead(reader, bench);
      return answer.ok || answer.error.message !== '' ? [] : ['refused without a word'];
    }),
};

const budget: Check = {
  id: 'call/budget',
  title: 'a call for which there is no budget is not made, and the fault says when there will be',
  protects: 'one connection does not take the calls of all others',
  inapplicable: unlessCalls,
  problems: (lab) =>
    everyReader(lab, async (reader, bench) => {
      const fault: Fault = { kind: 'rate-limited', code: 'budget', message: 'no budget', retryAfterMs: 1234 };
      const before = bench.proxy.requests.length;
      const answer = await tryRead(reader, bench, { acquire: async () => err(fault) });
      const made = bench.proxy.requests.length - before;
      if (made > 0) return [`made ${made} calls`];
      const problem = faultProblem(answer, { kinds: ['rate-limited'], retryAfterMs: 1234 });
      return problem ? [problem] : [];
    }),
};

export const CALLS: readonly Check[] = [...FAULTS, wrongType, budget];
