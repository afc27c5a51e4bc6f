import { err, ok, type Result } from '../core/shared/result.ts';
import { answersIn, type Coverage, coverageOf } from './kit/conformance/coverage.ts';
import { messagesOf } from './kit/conformance/lab.ts';
import type { ConformanceSubject } from './kit/conformance/subject.ts';
import { vendorMessages } from './kit/conformance/vendorSamples.ts';

/** What a connector of this repository shows of itself: `subjects` of its conformance.ts. Throws when there is none. */
export async function subjectsOf(id: string): Promise<readonly ConformanceSubject[]> {
  const { subjects } = (await import(new URL(`./${id}/conformance.ts`, import.meta.url).href)) as {
    subjects?: readonly ConformanceSubject[];
  };
  if (subjects === undefined || subjects.length === 0)
    throw new Error(`connectors/${id}/conformance.ts has no subjects`);
  return subjects;
}

/**
 * What becomes of each field of a connector's messages and answers: of its own samples and fixtures, or of those in a
 * folder of the vendor's. The error says why the folder cannot be used.
 */
export async function lossTable(id: string, folder?: string): Promise<Result<readonly Coverage[], string>> {
  const [subject] = await subjectsOf(id);
  if (!subject) return err(`${id} has no subjects`);
  try {
    return ok(await coverageOf(subject, folder === undefined ? samplesOf(subject) : vendorMessages(subject, folder)));
  } catch (error) {
    return err((error as Error).message);
  }
}

function samplesOf(subject: ConformanceSubject) {
  return [...messagesOf(subject), ...answersIn(subject)];
}
