import { type CheckResult, certifySubject } from './index.ts';
import { type Certification, certificationOf, type VariantResults } from './report.ts';
import type { ConformanceSubject } from './subject.ts';

/** Runs every check on every subject of a connector. `onResult` is told of each as it ends. */
export async function certify(
  subjects: readonly ConformanceSubject[],
  onResult: (variant: string | undefined, result: CheckResult) => void = () => undefined,
): Promise<Certification> {
  const [first] = subjects;
  if (!first) throw new Error('nothing to certify');
  const variants: VariantResults[] = [];
  for (const subject of subjects) {
    const { variant } = subject;
    variants.push({ variant, results: await certifySubject(subject, (result) => onResult(variant, result)) });
  }
  return certificationOf(first.connector, variants);
}
