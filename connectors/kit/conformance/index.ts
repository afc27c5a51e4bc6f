import { ACCOUNTS } from './accounts.ts';
import { CALLS } from './calls.ts';
import { type Check, type Outcome, runCheck } from './check.ts';
import { DECLARATION } from './declaration.ts';
import { DECODING } from './decoding.ts';
import { explained } from './explained.ts';
import { openLab } from './lab.ts';
import { MONEY } from './money.ts';
import { PULL_FAULTS } from './pullFaults.ts';
import { PULLS } from './pulls.ts';
import { SECRETS } from './secrets.ts';
import type { ConformanceSubject } from './subject.ts';
import { TIMES_AND_TEXTS } from './timesAndTexts.ts';
import { WEBHOOKS } from './webhooks.ts';
import { WRITE_SHAPES } from './writeShapes.ts';
import { WRITES } from './writes.ts';

export { type Check, type Outcome, runCheck } from './check.ts';
export { type Lab, openLab } from './lab.ts';
export type { ConformanceSubject } from './subject.ts';

/**
 * Every check, causes before consequences: where one defect fails several of them, the first says what is wrong.
 */
export const CHECKS: readonly Check[] = [
  ...DECLARATION,
  ...DECODING,
  ...MONEY,
  ...TIMES_AND_TEXTS,
  ...WEBHOOKS,
  ...ACCOUNTS,
  ...CALLS,
  ...PULLS,
  ...PULL_FAULTS,
  ...WRITES,
  ...WRITE_SHAPES,
  ...SECRETS,
  explained,
];

export type CheckResult = { readonly check: Check; readonly outcome: Outcome };

/** Runs every check on one subject, in order. `onResult` is told of each as it ends. */
export async function certifySubject(
  subject: ConformanceSubject,
  onResult: (result: CheckResult) => void = () => undefined,
  checks: readonly Check[] = CHECKS,
): Promise<readonly CheckResult[]> {
  const lab = openLab(subject);
  const results: CheckResult[] = [];
  try {
    for (const check of checks) {
      const result = { check, outcome: await runCheck(check, lab) };
      results.push(result);
      onResult(result);
    }
  } finally {
    await lab.close();
  }
  return results;
}
