import type { Check } from './check.ts';
import { answersIn, coverageOf, unexplained } from './coverage.ts';
import { unlessSilent } from './decoding.ts';

/** The loss table of a connector has no line without a reason. */
export const explained: Check = {
  id: 'decode/explained',
  title: 'every field of a message or an answer is carried into its document, or it is said why not',
  protects: 'nothing that the vendor says is lost by oversight',
  inapplicable: (subject) => (subject.answers === undefined ? unlessSilent(subject) : undefined),
  async problems({ subject, messages }) {
    return unexplained(await coverageOf(subject, [...messages, ...answersIn(subject)]));
  },
};
