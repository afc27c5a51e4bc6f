import type { ConformanceSubject } from '../../../connectors/kit/conformance/index.ts';

/** A copy of a good connector with one thing wrong, and the check that is meant for it. */
export type Defect = { readonly name: string; readonly check: string; readonly subject: ConformanceSubject };
