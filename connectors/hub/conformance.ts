import { sampleDocument } from '../kit/conformance/sampleDocuments.ts';
import { extremeOrders, sampleOrder } from '../kit/conformance/sampleOrder.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { BROUGHT, hub } from './index.ts';

const each = Object.fromEntries(BROUGHT.map((name) => [name, [sampleDocument(name)]]));

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: hub,
    messages: { ...each, records: [BROUGHT.map((name) => ({ name, document: sampleDocument(name) }))] },
    extremes: { order: Object.values(extremeOrders(sampleOrder(2))) },
  },
];
