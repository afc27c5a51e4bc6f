import { afterEach, describe, expect, test } from 'vitest';
import { CHECKS, type Lab, openLab, runCheck } from '../../connectors/kit/conformance/index.ts';
import { ACCOUNT_DEFECTS, CALL_DEFECTS, DECLARATION_DEFECTS, DECODE_DEFECTS } from './broken/acmeDefects.ts';
import { acmeSubject } from './broken/acmeSubject.ts';
import { HOOK_DEFECTS, ORDER_DEFECTS } from './broken/hookDefects.ts';
import { PULL_DEFECTS } from './broken/pullDefects.ts';
import { SECRET_DEFECTS, WRITE_DEFECTS } from './broken/writeDefects.ts';
import { connectorChecks } from './connectorContract.ts';

const DEFECTS = [
  ...DECLARATION_DEFECTS,
  ...DECODE_DEFECTS,
  ...ORDER_DEFECTS,
  ...HOOK_DEFECTS,
  ...ACCOUNT_DEFECTS,
  ...CALL_DEFECTS,
  ...PULL_DEFECTS,
  ...WRITE_DEFECTS,
  ...SECRET_DEFECTS,
];

describe('the connector that the copies are made of', () => {
  connectorChecks([acmeSubject]);
});

describe('a copy of a connector that', () => {
  let lab: Lab | undefined;
  afterEach(() => lab?.close());

  // Failures are listed in the order of the checks, so the first check to fail is the one that is listed first.
  test.each(DEFECTS)('$name fails $check before any other', async ({ check: meant, subject }) => {
    lab = openLab(subject);
    for (const check of CHECKS) {
      const outcome = await runCheck(check, lab);
      if (outcome.kind !== 'fail') continue;
      expect({ check: check.id, reason: outcome.reason }).toEqual({ check: meant, reason: expect.stringMatching(/./) });
      return;
    }
    throw new Error('passes every check');
  });
});

test('there is a broken copy for every check', () => {
  const meant = new Set(DEFECTS.map(({ check }) => check));
  expect(CHECKS.map(({ id }) => id).filter((id) => !meant.has(id))).toEqual([]);
});
