import type { Page, Pull, PullName } from '../connector.ts';
import { grown } from './accounts.ts';
import { PAGE } from './calls.ts';
import type { Check } from './check.ts';
import type { ProxyFault } from './faultProxy.ts';
import type { Bench, Lab } from './lab.ts';
import { noAbort } from './lab.ts';
import { endOf, everyPull, idsOf, lost, runPull, unlessPulls, wholeRun } from './pulling.ts';
import { START } from './readers.ts';

const ALWAYS = Number.POSITIVE_INFINITY;

type Storm = {
  readonly about: string;
  readonly fault: (bench: Bench) => ProxyFault;
  /** A connector may get over it by itself. */
  readonly mayPass?: true;
};

/** Reads the second page while everything goes wrong, then goes on from where it was: nothing may be missing. */
async function throughStorm(
  lab: Lab,
  name: PullName,
  pull: Pull<unknown>,
  { about, fault, mayPass }: Storm,
): Promise<readonly string[]> {
  const bench = await lab.pulls();
  const whole = idsOf(await wholeRun(lab, name, pull));
  const client = bench.client();
  const first = await pull.fetch(client, START, noAbort());
  if (!first.ok) return [`the first page: ${first.error.message}`];
  const { checkpoint, more } = first.value;
  const from = more ? checkpoint : START;
  bench.proxy.plan(fault(bench));
  const met = await pull.fetch(client, from, noAbort());
  bench.proxy.clear();
  if (met.ok && !mayPass) return [`${about}: taken for a page of ${met.value.items.length} items`];
  if (!met.ok) bench.said.push(met.error.message);
  const before = more ? namesOf(pull, first.value) : [];
  const here = met.ok ? namesOf(pull, met.value) : [];
  const isOver = met.ok && !met.value.more;
  const rest = isOver ? [] : idsOf(await runPull(pull, bench, met.ok ? met.value.checkpoint : from, { client }));
  return lost(whole, [...before, ...here, ...rest], `after ${about}`);
}

function namesOf(pull: Pull<unknown>, { items }: Page): readonly string[] {
  return items.flatMap((item) => {
    const named = pull.identify(item);
    return named.ok ? [named.value.messageId] : [];
  });
}

function stormCheck(about: Pick<Check, 'id' | 'title' | 'protects'>, storms: readonly Storm[]): Check {
  return {
    ...about,
    inapplicable: unlessPulls,
    problems: (lab) =>
      everyPull(lab, async ({ name, pull }) => {
        const problems: string[] = [];
        for (const storm of storms) problems.push(...(await throughStorm(lab, name, pull, storm)));
        return problems;
      }),
  };
}

const truncated = stormCheck(
  {
    id: 'pull/truncated',
    title: 'a page that was cut, or that is no page, moves no checkpoint',
    protects: 'half a list is not taken for a whole one',
  },
  [
    { about: 'a page cut in the middle', fault: () => ({ kind: 'cut', times: ALWAYS }) },
    { about: 'a connection cut in the middle of a page', fault: () => ({ kind: 'half', times: ALWAYS }) },
    {
      about: 'an HTML page',
      fault: () => ({
        kind: 'answer',
        times: ALWAYS,
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: PAGE,
      }),
    },
    { about: 'an empty object', fault: () => ({ kind: 'answer', times: ALWAYS, status: 200, body: '{}' }) },
    { about: 'a lost answer', fault: () => ({ kind: 'lost', times: ALWAYS }) },
  ],
);

const STORM = 25;
/** More calls than these for one page under a storm would be a storm of our own. */
const PATIENCE = 6;

const storm: Check = {
  id: 'pull/storm',
  title: 'a storm of 429, with and without Retry-After, is left to the hub to wait out, and loses nothing',
  protects: 'a connector does not hammer a system that asked for quiet',
  inapplicable: unlessPulls,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull }) => {
      const bench = await lab.pulls();
      const whole = idsOf(await wholeRun(lab, name, pull));
      const client = bench.client();
      for (const [headers, times] of [
        [{ 'retry-after': '2' }, STORM],
        [{}, STORM],
      ] as const) {
        bench.proxy.plan({ kind: 'answer', status: 429, times, headers });
      }
      const before = bench.proxy.requests.length;
      const met = await pull.fetch(client, START, noAbort());
      const made = bench.proxy.requests.length - before;
      if (met.ok || made > PATIENCE) return [`${made} calls for one page under 429`];
      const rest = idsOf(await runPull(pull, bench, START, { client }));
      return lost(whole, rest, 'after a storm of 429');
    }),
};

const expired = stormCheck(
  {
    id: 'pull/token-expired',
    title: 'credentials that are refused in the middle of a run stop it there, and it goes on with new ones',
    protects: 'a token that ends between two pages',
  },
  [{ about: 'a token that expired', fault: () => ({ kind: 'answer', status: 401, times: 1 }), mayPass: true }],
);

const drifted: Check = {
  id: 'pull/drift',
  title: 'fields that the vendor adds to its pages lose no record',
  protects: "a vendor's new release does not stop the pulls",
  inapplicable: unlessPulls,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull }) => {
      const bench = await lab.pulls();
      const whole = await wholeRun(lab, name, pull);
      bench.proxy.plan({ kind: 'rewrite', times: ALWAYS, rewrite: lab.subject.drift ?? grown });
      const seen = await runPull(pull, bench);
      bench.proxy.clear();
      const problems = lost(idsOf(whole), idsOf(seen), 'when fields were added');
      const isSame = JSON.stringify(endOf(seen)) === JSON.stringify(endOf(whole));
      return isSame ? problems : [...problems, 'the run ends at another checkpoint'];
    }),
};

export const PULL_FAULTS: readonly Check[] = [storm, truncated, expired, drifted];
