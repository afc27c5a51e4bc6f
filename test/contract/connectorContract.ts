import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCertificate } from '../../connectors/certificate.ts';
import { CHECKS, type CheckResult, type Lab, openLab, runCheck } from '../../connectors/kit/conformance/index.ts';
import { certificationOf, type VariantResults } from '../../connectors/kit/conformance/report.ts';
import type { ConformanceSubject } from '../../connectors/kit/conformance/subject.ts';
import { folderOf } from '../../connectors/registry.ts';
import { unheardOptions } from './unheardOptions.ts';

/** Every check of the kit on every way of a connector, one test for each. Gives what they found, once they have run. */
export function connectorChecks(subjects: readonly ConformanceSubject[]): readonly VariantResults[] {
  const found: VariantResults[] = [];
  for (const subject of subjects) {
    const results: CheckResult[] = [];
    found.push({ variant: subject.variant, results });
    describe(subject.variant ?? 'checked', () => {
      let lab: Lab;
      beforeAll(() => {
        lab = openLab(subject);
      });
      afterAll(() => lab.close());

      test.each(CHECKS)('$id: $title', async (check) => {
        const outcome = await runCheck(check, lab);
        results.push({ check, outcome });
        expect(outcome.kind === 'fail' ? outcome.evidence : []).toEqual([]);
        if (outcome.kind === 'not-applicable') expect(outcome.reason).not.toBe('');
      });
    });
  }
  return found;
}

/** A connector passes every check, and its committed report is what they found. */
export function connectorContract(subjects: readonly ConformanceSubject[]): void {
  const [first] = subjects;
  if (!first) throw new Error('nothing to certify');
  const { connector } = first;
  describe(`connector ${connector.manifest.id}`, () => {
    const found = connectorChecks(subjects);

    test.skipIf(!('buyLabel' in connector.capabilities))(
      'an option asked of a label changes what is sent, or is refused',
      async () => expect(await unheardOptions(first)).toEqual([]),
    );

    test('its committed report is what was found', ({ skip }) => {
      if (found.some(({ results }) => results.length < CHECKS.length)) skip('not every check was run');
      const { id } = connector.manifest;
      expect(readCertificate(folderOf(id)), `crossdock connector certify ${id} --write`).toEqual(
        certificationOf(connector, found),
      );
    });
  });
}
