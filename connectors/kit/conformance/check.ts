import type { Lab } from './lab.ts';
import type { ConformanceSubject } from './subject.ts';

/** How a check ended for one subject. */
export type Outcome =
  | { readonly kind: 'pass' }
  /** `reason` is the first of the problems, `evidence` are all of them that were kept. */
  | { readonly kind: 'fail'; readonly reason: string; readonly evidence: readonly string[] }
  | { readonly kind: 'not-applicable'; readonly reason: string };

/** One claim about connectors, and the way to find out whether it holds for one of them. */
export type Check = {
  /** Its name in reports: "pull/ties". The part before the slash is the area. */
  readonly id: string;
  /** The claim, as a sentence about the connector. */
  readonly title: string;
  /** What would go wrong in a running hub if the claim did not hold. */
  readonly protects: string;
  /** Why the claim says nothing about a subject; undefined when it applies. */
  readonly inapplicable: (subject: ConformanceSubject) => string | undefined;
  /** The problems found, the plainest first; none is a pass. A throw is a problem too. */
  readonly problems: (lab: Lab) => Promise<readonly string[]> | readonly string[];
};

const MAX_EVIDENCE = 10;

/** Runs one check on one subject. Faults that it has planned and not met are taken back. */
export async function runCheck(check: Check, lab: Lab): Promise<Outcome> {
  const reason = check.inapplicable(lab.subject);
  if (reason !== undefined) return { kind: 'not-applicable', reason };
  const problems = await found(check, lab);
  lab.clear();
  const [first] = problems;
  return first === undefined
    ? { kind: 'pass' }
    : { kind: 'fail', reason: first, evidence: problems.slice(0, MAX_EVIDENCE) };
}

async function found(check: Check, lab: Lab): Promise<readonly string[]> {
  try {
    return await check.problems(lab);
  } catch (error) {
    return [`threw ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** For checks that every connector can be tried with. */
export const always = (): undefined => undefined;
