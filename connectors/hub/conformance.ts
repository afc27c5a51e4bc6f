import { DOCUMENTS, type DocumentName } from '../../core/documents/index.ts';
import { sampleDocument } from '../kit/conformance/sampleDocuments.ts';
import { extremeOrders, sampleOrder } from '../kit/conformance/sampleOrder.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { hub } from './index.ts';

const names = Object.keys(DOCUMENTS) as DocumentName[];
const each = Object.fromEntries(names.map((name) => [name, [sampleDocument(name)]]));

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: hub,
    messages: { ...each, records: [names.map((name) => ({ name, document: sampleDocument(name) }))] },
    extremes: { order: Object.values(extremeOrders(sampleOrder(2))) },
  },
];
