import { z } from 'zod';
import { type CanonicalRecord, DOCUMENTS, type DocumentName } from '../../core/documents/index.ts';
import { permanent } from '../../core/shared/fault.ts';
import { err, ok } from '../../core/shared/result.ts';
import { defineConnector, type Topic } from '../kit/connector.ts';
import { parseDocument } from '../kit/parse.ts';

/** What can be brought to the hub: every canonical document but its own events, which it only tells. */
export const BROUGHT: readonly DocumentName[] = (Object.keys(DOCUMENTS) as DocumentName[]).filter(
  (name) => name !== 'event',
);

/** A topic for each canonical document, and one for several of them in one message. */
const topics: Record<string, Topic> = {
  records: {
    decode: (raw) => {
      if (!Array.isArray(raw)) return err(permanent('not-records', 'records are an array of {name, document}', '/'));
      const documents: CanonicalRecord[] = [];
      for (const [i, item] of raw.entries()) {
        const { name, document } = (item ?? {}) as { name?: DocumentName; document?: unknown };
        if (name === undefined || !BROUGHT.includes(name))
          return err(permanent('unknown-document', `there is no document ${JSON.stringify(name)}`, `/${i}/name`));
        const parsed = parseDocument(name, document);
        if (!parsed.ok) return parsed;
        documents.push({ name, document: parsed.value } as CanonicalRecord);
      }
      return ok({ kind: 'documents', documents });
    },
  },
};
for (const name of BROUGHT) {
  topics[name] = {
    decode: (raw) => {
      const parsed = parseDocument(name, raw);
      if (!parsed.ok) return parsed;
      return ok({ kind: 'documents', documents: [{ name, document: parsed.value } as CanonicalRecord] });
    },
  };
}

/** The hub's own door: canonical documents by the API, the command line and files. It talks to nobody. */
export const hub = defineConnector<Record<string, never>, null>({
  manifest: {
    id: 'hub',
    kind: 'file',
    title: 'Canonical documents by API and file',
    apiVersion: '1',
    docs: '/docs',
    pacing: { requestsPerSecond: 1, burst: 1, concurrency: 1 },
    timeoutMs: 1000,
    secretSettings: [],
    redact: [],
  },
  settings: z.object({}).strip() as z.ZodType<Record<string, never>>,
  hosts: () => [],
  client: () => null,
  check: async () => ok({ about: 'part of the hub' }),
  topics,
  capabilities: {},
});
