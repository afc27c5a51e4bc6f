import type { HoldReason } from '../order/index.ts';
import type { OrderFilter, OrderSearch } from '../ports/index.ts';
import type { OrderId } from '../shared/ids.ts';
import type { Result } from '../shared/result.ts';
import type { Changed, OrderRefusal, OrderTarget } from './changeOrder.ts';
import { cancelById, holdOrder, markOrder, releaseHold } from './operateOrder.ts';
import type { Environment } from './operateStock.ts';

/** What is done to each of many orders. */
export type BulkAction =
  | { readonly type: 'hold' | 'release'; readonly reason: HoldReason; readonly note?: string | undefined }
  | { readonly type: 'tag' | 'untag'; readonly tags: readonly string[] }
  | { readonly type: 'cancel'; readonly reason: string };

export type BulkRequest = {
  readonly filter: OrderFilter;
  readonly action: BulkAction;
  /** The most orders that are touched. */
  readonly limit: number;
  /** Only says which orders it would be. */
  readonly isPreview: boolean;
  readonly by: string;
};

export type BulkOutcome = {
  readonly id: string;
  readonly number: string;
  /** `unchanged` when the order was so already. */
  readonly outcome: 'changed' | 'unchanged' | 'refused' | 'found';
  readonly code?: string;
  readonly message?: string;
};

/** `hasMore`: more orders are found by the filter than were touched. */
export type BulkReport = { readonly outcomes: readonly BulkOutcome[]; readonly hasMore: boolean };

const PAGE = 200;

/**
 * Does the same to every order that a filter finds, each in a transaction of its own: one that refuses does not keep the
 * others from it, and each has its outcome.
 */
export async function bulkOrders(
  { filter, action, limit, isPreview, by }: BulkRequest,
  search: OrderSearch['search'],
  environment: Environment,
): Promise<BulkReport> {
  const found: { readonly id: string; readonly number: string }[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await search(filter, { limit: Math.min(PAGE, limit - found.length), cursor: cursor ?? undefined });
    for (const row of page.items) found.push({ id: String(row['id']), number: String(row['number']) });
    cursor = page.cursor;
  } while (cursor !== null && found.length < limit);
  const outcomes: BulkOutcome[] = [];
  for (const { id, number } of found) {
    if (isPreview) outcomes.push({ id, number, outcome: 'found' });
    else outcomes.push({ id, number, ...outcomeOf(await act({ id: id as OrderId, by }, action, environment)) });
  }
  return { outcomes, hasMore: cursor !== null };
}

function act(
  target: OrderTarget,
  action: BulkAction,
  environment: Environment,
): Promise<Result<Changed, OrderRefusal>> {
  switch (action.type) {
    case 'hold':
      return holdOrder(target, action, environment);
    case 'release':
      return releaseHold(target, action, environment);
    case 'tag':
      return markOrder(target, { addTags: action.tags }, environment);
    case 'untag':
      return markOrder(target, { removeTags: action.tags }, environment);
    case 'cancel':
      return cancelById(target, action.reason, environment);
  }
}

function outcomeOf(done: Result<Changed, OrderRefusal>): Omit<BulkOutcome, 'id' | 'number'> {
  if (!done.ok) return { outcome: 'refused', ...done.error };
  return { outcome: done.value.events.length > 0 ? 'changed' : 'unchanged' };
}
