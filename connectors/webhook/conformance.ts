import { sampleDocument } from '../kit/conformance/sampleDocuments.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { webhook } from './index.ts';
import { startSimulator } from './simulator.ts';

const event = sampleDocument('event');

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: webhook,
    startSimulator,
    messages: {},
    statusOnly: 'any 2xx is a receipt, whatever the receiver says with it',
    writes: {
      pushEvent: {
        document: (n) => ({ ...event, id: `event-${n}` }),
        commits: ['POST /events'],
        count: (state, _key, document) =>
          Object.hasOwn((state as { events: object }).events, (document as typeof event).id) ? 1 : 0,
      },
    },
  },
];
