import type { OrderDocument } from '../../../core/documents/index.ts';
import { grown } from './accounts.ts';
import type { Check } from './check.ts';
import { endProblems, everyWrite, Journey, startJourney, type Tried, unlessWrites } from './journey.ts';
import type { Lab } from './lab.ts';
import { extremeOrders } from './sampleOrder.ts';

const drifted: Check = {
  id: 'write/drift',
  title: 'fields that the vendor adds to its answers keep no write from landing',
  protects: "a vendor's new release does not stop what goes out",
  inapplicable: unlessWrites,
  problems: (lab) =>
    everyWrite(lab, async (tried) => {
      const journey = await startJourney(lab, tried);
      const { proxy } = journey.bench;
      proxy.plan({ kind: 'rewrite', times: Number.POSITIVE_INFINITY, rewrite: lab.subject.drift ?? grown });
      const outcome = await journey.settle();
      proxy.clear();
      return endProblems(journey, tried, outcome);
    }),
};

const extremes: Check = {
  id: 'write/extremes',
  title: 'huge orders, any script and any currency land, or are refused with a reason that a person can read',
  protects: "the order that is unlike all others ends at somebody's desk and not in silence",
  inapplicable: (subject) =>
    'pushOrder' in subject.connector.capabilities ? undefined : 'no orders are written to this system',
  problems: (lab) => everyWrite(lab, async (tried) => (tried.name === 'pushOrder' ? extremeProblems(lab, tried) : [])),
};

async function extremeProblems(lab: Lab, tried: Tried): Promise<readonly string[]> {
  const bench = await lab.calls();
  const problems: string[] = [];
  const usual = lab.next();
  const order = (await tried.sample.document(usual, bench.simulator)) as OrderDocument;
  for (const [about, document] of Object.entries(extremeOrders(order))) {
    const journey = new Journey(lab, bench, tried, lab.next(), document);
    const outcome = await journey.settle();
    const isRefused = outcome.state === 'refused' && outcome.fault.message !== '' && outcome.fault.kind === 'permanent';
    const count = await journey.count();
    if (isRefused && count === 0) continue;
    problems.push(...(await endProblems(journey, tried, outcome)).map((problem) => `${about}: ${problem}`));
  }
  return problems;
}

export const WRITE_SHAPES: readonly Check[] = [drifted, extremes];
