import { describe, expect, test } from 'vitest';
import { decodingConforms } from './conformance/decoding.ts';
import { mannersConform } from './conformance/manners.ts';
import { pullsConform } from './conformance/pulls.ts';
import type { ConformanceSubject } from './conformance/subject.ts';
import { webhooksConform } from './conformance/webhooks.ts';
import { writesConform } from './conformance/writes.ts';

export type { ConformanceSubject } from './conformance/subject.ts';

/** Everything that the hub relies on in a connector, tried on its simulator and its samples. */
export function connectorContract(subject: ConformanceSubject): void {
  const { connector } = subject;
  describe(`connector ${connector.manifest.id}`, () => {
    test('what it can call, it has a simulator for', () => {
      const calls = Object.keys(connector.capabilities).length > 0;
      expect(!calls || subject.startSimulator !== undefined).toBe(true);
    });
    decodingConforms(subject);
    webhooksConform(subject);
    pullsConform(subject);
    writesConform(subject);
    mannersConform(subject);
  });
}
