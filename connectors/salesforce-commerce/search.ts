import { z } from 'zod';
import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { parseWire } from '../kit/parse.ts';
import type { CommerceClient } from './client.ts';

const LIMIT = 100;
const Hits = z.object({ hits: z.array(z.unknown()), total: z.int() });
const Offset = z.int().min(0);

/** A page of a search, and the offset of the next one; null for the last. */
export async function searchPage(
  client: CommerceClient,
  { url, body }: { readonly url: string; readonly body: object },
  page: unknown,
  signal: AbortSignal,
): Promise<Result<{ readonly hits: readonly unknown[]; readonly next: number | null }, Fault>> {
  const offset = page === null ? ok(0) : parseWire(Offset, page, 'place in a search');
  if (!offset.ok) return offset;
  const request = {
    method: 'POST',
    url,
    effect: 'read',
    body: { ...body, limit: LIMIT, offset: offset.value },
  } as const;
  const answer = await client.http.request(request, signal);
  if (!answer.ok) return answer;
  const found = parseWire(Hits, answer.value.body, 'search result');
  if (!found.ok) return found;
  const { hits, total } = found.value;
  const behind = offset.value + hits.length;
  return ok({ hits, next: hits.length === 0 || behind >= total ? null : behind });
}
