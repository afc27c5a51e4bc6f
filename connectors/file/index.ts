import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type Decoded, defineConnector } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import type { FileRow } from './fileRow.ts';
import { LineJudge } from './judge.ts';
import { FIELDS } from './mapping.ts';
import { FILE_MAPPINGS, mappingById } from './mappings/index.ts';
import { toDocuments } from './toDocuments.ts';

export { FileMapping } from './mapping.ts';
export { mappingById } from './mappings/index.ts';
export { type FileRecord, readRecords } from './readRecords.ts';

const Settings = z.object({
  mapping: z
    .string()
    .default('order-lines-csv')
    .refine((id) => mappingById(id).ok, `one of ${FILE_MAPPINGS.map(({ id }) => id).join(', ')}`)
    .describe('How the lines of a file become orders.'),
});
type Settings = z.infer<typeof Settings>;

const Message = z.object({
  mapping: z.string(),
  order: z.string(),
  rows: z
    .array(
      z.object({
        line: z.int(),
        fields: z.array(z.string()).length(FIELDS.length),
        whole: z.array(z.string()).optional(),
        problem: z.string().optional(),
      }),
    )
    .min(1)
    .max(10_000),
});

function decodeLines(raw: unknown): Result<Decoded, Fault> {
  const message = parseWire(Message, raw, 'order lines');
  if (!message.ok) return message;
  const mapping = mappingById(message.value.mapping);
  if (!mapping.ok) return err(permanent(mapping.error.code, mapping.error.message, '/mapping'));
  const { order, rows } = message.value;
  const converted = toDocuments({ order, rows: rows as readonly FileRow[], left: 0 }, mapping.value, {
    judge: new LineJudge(mapping.value),
    isNewProduct: () => true,
  });
  if (converted.fault) {
    const { code, message: text } = converted.fault;
    return err(permanent(code, text, '/rows'));
  }
  if (converted.documents.length > 0) return ok({ kind: 'documents', documents: converted.documents });
  return ok({ kind: 'ignored', reason: Object.keys(converted.ignored).join(', ') });
}

/** Orders from files: CSV, JSON Lines and XML through a declared mapping. It talks to nobody. */
export const file = defineConnector<Settings, null>({
  manifest: {
    id: 'file',
    kind: 'file',
    title: 'Order files: CSV, JSON Lines, XML',
    apiVersion: '1',
    docs: 'https://www.rfc-editor.org/rfc/rfc4180',
    pacing: { requestsPerSecond: 1, burst: 1, concurrency: 1 },
    timeoutMs: 1000,
    secretSettings: [],
    redact: [],
  },
  settings: Settings,
  hosts: () => [],
  client: () => null,
  check: async () => ok({ about: 'reads order files' }),
  topics: { 'order-lines': { decode: decodeLines } },
  capabilities: {},
});
