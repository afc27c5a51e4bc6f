import type { AnyConnector } from '../connector.ts';
import { CHECKS, type CheckResult } from './index.ts';

export type Verdict = 'pass' | 'fail' | 'not-applicable';

/** What is kept of a certification: no instants and no measures, so that it changes only with what it says. */
export type Certification = {
  readonly connector: string;
  readonly apiVersion: string;
  /** Passed of those that apply: "58/58". */
  readonly score: string;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** The ways of talking to the system that were tried. */
  readonly variants: readonly string[];
  readonly checks: readonly CertifiedCheck[];
};

export type CertifiedCheck = {
  readonly id: string;
  readonly title: string;
  readonly result: Verdict;
  /** Why it failed or does not apply. */
  readonly reason?: string;
  readonly evidence?: readonly string[];
};

export type VariantResults = { readonly variant: string | undefined; readonly results: readonly CheckResult[] };

/**
 * One report of all variants of a connector: a check fails when it fails for one of them, and does not apply when it
 * applies to none. Failures come first, in the order of the checks, so that the first says what is wrong.
 */
export function certificationOf({ manifest }: AnyConnector, variants: readonly VariantResults[]): Certification {
  const checks = CHECKS.flatMap(({ id }) => {
    const found = variants.flatMap(({ variant, results }) =>
      results.filter(({ check }) => check.id === id).map((result) => ({ variant, ...result })),
    );
    return found.length === 0 ? [] : [certified(found)];
  });
  const count = (verdict: Verdict): number => checks.filter(({ result }) => result === verdict).length;
  const [passed, failed] = [count('pass'), count('fail')];
  return {
    connector: manifest.id,
    apiVersion: manifest.apiVersion,
    score: `${passed}/${passed + failed}`,
    passed,
    failed,
    notApplicable: count('not-applicable'),
    variants: variants.flatMap(({ variant }) => variant ?? []),
    checks: [...checks.filter(({ result }) => result === 'fail'), ...checks.filter(({ result }) => result !== 'fail')],
  };
}

function certified(found: readonly (CheckResult & { readonly variant: string | undefined })[]): CertifiedCheck {
  const [first] = found;
  if (!first) throw new Error('a check has a result');
  const { id, title } = first.check;
  const failures = found.flatMap(({ variant, outcome }) =>
    outcome.kind === 'fail'
      ? outcome.evidence.map((line) => (variant === undefined ? line : `${variant}: ${line}`))
      : [],
  );
  if (failures.length > 0) return { id, title, result: 'fail', reason: failures[0] ?? '', evidence: failures };
  if (found.some(({ outcome }) => outcome.kind === 'pass')) return { id, title, result: 'pass' };
  return {
    id,
    title,
    result: 'not-applicable',
    reason: first.outcome.kind === 'not-applicable' ? first.outcome.reason : '',
  };
}
