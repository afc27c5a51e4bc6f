import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { epochMs, instantOf, parseInstant } from '../../core/shared/instant.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Checkpoint, CursorDeclaration, Page, Pull } from './connector.ts';

/** Where a run of pages is: the page to go on with (null: the first), and the newest change seen so far. */
export type RunPlace = {
  /** What to ask for: changes since then, the declared lag already taken off. Null: everything. */
  readonly since: Instant | null;
  readonly page: unknown;
  readonly newest: Instant | null;
};

const Place = z.object({ page: z.unknown(), newest: z.string().nullable() });

/** Where the run of a checkpoint goes on, or begins. */
export function openRun({ since, cursor }: Checkpoint, declared: CursorDeclaration): Result<RunPlace, Fault> {
  const lag = declared.kind === 'updated-at' ? declared.commitLagMs : 0;
  const from = since === null ? null : instantOf(epochMs(since) - lag);
  if (cursor === null) return ok({ since: from, page: null, newest: since });
  const place = Place.safeParse(parsed(cursor));
  if (!place.success) return err(permanent('bad-checkpoint', `not a place in a run: ${cursor}`));
  return ok({ since: from, page: place.data.page, newest: place.data.newest as Instant | null });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The page and the checkpoint behind it. `next` names the page after it, null when it was the last; `changed` are the
 * times of change of its items. `since` moves only when the run ends: before, an unread page may hold older changes.
 */
export function pageBehind(
  from: Checkpoint,
  { newest }: RunPlace,
  {
    items,
    next,
    changed,
  }: { readonly items: readonly unknown[]; readonly next: unknown; readonly changed: readonly string[] },
): Page {
  const last = changed.reduce(later, newest);
  if (next !== null) {
    return {
      items,
      checkpoint: { since: from.since, cursor: JSON.stringify({ page: next, newest: last }) },
      more: true,
    };
  }
  return { items, checkpoint: { since: last, cursor: null }, more: false };
}

function later(last: Instant | null, text: string): Instant | null {
  const read = parseInstant(text);
  if (!read.ok) return last;
  return last === null || epochMs(read.value) > epochMs(last) ? read.value : last;
}

/**
 * The pages of a pull from a checkpoint on, each with the checkpoint behind it, which must be stored with its items
 * before the next one is asked for. Ends after the last page, and after a fault.
 */
export async function* pagesOf<Client>(
  pull: Pick<Pull<Client>, 'fetch'>,
  client: Client,
  from: Checkpoint,
  signal: AbortSignal,
): AsyncGenerator<Result<Page, Fault>, void> {
  let checkpoint = from;
  while (!signal.aborted) {
    const page = await pull.fetch(client, checkpoint, signal);
    yield page;
    if (!page.ok || !page.value.more) return;
    ({ checkpoint } = page.value);
  }
}
