import type { z } from 'zod';
import type { CanonicalRecord, DocumentName } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Connector, MessageName, RemoteRef, Topic } from './connector.ts';
import type { ApiClient, HttpAnswer } from './io.ts';
import { type Path, valueAt } from './paging.ts';
import { parseDocument, parseWire } from './parse.ts';

/** A topic of one record, one document: its wire shape, and how the canonical candidate is made of it. */
export function decodes<Wire>(name: DocumentName, wire: z.ZodType<Wire>, candidate: (record: Wire) => unknown): Topic {
  return {
    decode(raw) {
      const record = parseWire(wire, raw, `${name} record`);
      if (!record.ok) return record;
      const document = parseDocument(name, candidate(record.value));
      if (!document.ok) return document;
      return ok({ kind: 'documents', documents: [{ name, document: document.value } as CanonicalRecord] });
    },
  };
}

/** Names a record by its key, at the version that its field of change tells. */
export function identifiedBy(kind: string, id: Path, version: Path): (raw: unknown) => Result<MessageName, Fault> {
  return (raw) => {
    const [key, at] = [textAt(raw, id), textAt(raw, version)];
    if (key === undefined || at === undefined)
      return err(permanent('unexpected-shape', `a ${kind} without ${id} or ${version}`, `/${id.replaceAll('.', '/')}`));
    return ok({ messageId: `${kind}/${key}@${at}`, subject: `${kind}/${key}` });
  };
}

/** The check of credentials: one authenticated GET, and where its answer says whose account it is. */
export function checkBy<Settings>(url: string, about: Path): Connector<Settings, ApiClient<Settings>>['check'] {
  return async ({ http }, signal) => {
    const answer = await http.request({ method: 'GET', url }, signal);
    if (!answer.ok) return answer;
    const text = textAt(answer.value.body, about);
    return text === undefined ? err(permanent('unexpected-shape', `${url} names no ${about}`)) : ok({ about: text });
  };
}

/** The receipt of a write: where its answer has the key of the new record. */
export function receiptAt(id: Path): (answer: HttpAnswer) => Result<RemoteRef, Fault> {
  return ({ body }) => {
    const key = textAt(body, id);
    return key === undefined
      ? err(permanent('unexpected-shape', `no key at ${id}`, `/${id.replaceAll('.', '/')}`))
      : ok({ externalId: key });
  };
}

/** What a search by our reference found: the first of a list, null for an empty one. */
export function foundAt(list: Path, id: Path): (answer: HttpAnswer) => Result<RemoteRef | null, Fault> {
  return (answer) => {
    const found = valueAt(answer.body, list);
    if (!Array.isArray(found)) return err(permanent('unexpected-shape', `no list at "${list}"`));
    return found.length === 0 ? ok(null) : receiptAt(id)({ ...answer, body: found[0] });
  };
}

function textAt(body: unknown, path: Path): string | undefined {
  const value = valueAt(body, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
