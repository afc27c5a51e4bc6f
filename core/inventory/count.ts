import type { Decider } from '../shared/decider.ts';
import type { Instant, LocationId, ProductId } from '../shared/ids.ts';
import { assertNever, err, ok, type Result } from '../shared/result.ts';
import type { Place } from './stock.ts';

/** What is counted: units of a product at one place of the location. */
export type CountKey = Place & { readonly product: ProductId };

/** One line of a count. Until it was counted it has only the snapshot. */
export type CountLine = CountKey & {
  /** On hand by the books when the count was opened. */
  readonly snapshot: number;
  readonly counted: Counted | null;
};
/** `book` is what the books said at the moment of counting: movements before it are no variance. */
export type Counted = { readonly quantity: number; readonly book: number; readonly at: Instant; readonly by: string };

export type StockCount =
  | { readonly status: 'unopened' }
  | {
      readonly status: 'open' | 'approved' | 'cancelled';
      readonly location: LocationId;
      readonly kind: CountKind;
      readonly lines: ReadonlyMap<string, CountLine>;
    };
export type CountKind = 'full' | 'cycle';
export type OpenedCount = Exclude<StockCount, { status: 'unopened' }>;

export type CountCommand =
  | {
      readonly type: 'OpenCount';
      readonly at: Instant;
      readonly kind: CountKind;
      readonly location: LocationId;
      readonly lines: readonly (CountKey & { readonly snapshot: number })[];
    }
  | { readonly type: 'RecordCount'; readonly at: Instant; readonly lines: readonly (CountKey & Counted)[] }
  | { readonly type: 'ApproveCount'; readonly at: Instant }
  | { readonly type: 'CancelCount'; readonly at: Instant };

export type CountEvent =
  | {
      readonly type: 'CountOpened';
      readonly at: Instant;
      readonly kind: CountKind;
      readonly location: LocationId;
      readonly lines: readonly (CountKey & { readonly snapshot: number })[];
    }
  | { readonly type: 'CountRecorded'; readonly at: Instant; readonly lines: readonly (CountKey & Counted)[] }
  | { readonly type: 'CountApproved'; readonly at: Instant }
  | { readonly type: 'CountCancelled'; readonly at: Instant };

export type CountRejection =
  | { readonly code: 'already-opened' }
  | { readonly code: 'unknown-count' }
  | { readonly code: 'no-lines' }
  | { readonly code: 'not-open'; readonly status: StockCount['status'] }
  | { readonly code: 'invalid-quantity'; readonly quantity: number }
  | { readonly code: 'line-twice'; readonly key: string }
  | { readonly code: 'not-counted'; readonly lines: number };

/** Names a line within its count. */
export const countKey = ({ product, bin, lot }: CountKey): string => `${product}/${bin ?? ''}/${lot ?? ''}`;

/** By how many units the shelf and the books differ; null while the line is not counted. */
export const variance = ({ counted }: CountLine): number | null =>
  counted === null ? null : counted.quantity - counted.book;

/**
 * A count of a whole location, or of some products of it in turn. A variance is the difference from the books at the
 * moment of counting, and approval applies it as a difference: goods that moved meanwhile stay moved.
 */
export const countDecider: Decider<StockCount, CountCommand, CountEvent, CountRejection> = {
  initialState: { status: 'unopened' },
  decide,
  evolve,
};

type Decision = Result<readonly CountEvent[], CountRejection>;

function decide(command: CountCommand, state: StockCount): Decision {
  if (command.type === 'OpenCount')
    return state.status === 'unopened' ? open(command) : err({ code: 'already-opened' });
  if (state.status === 'unopened') return err({ code: 'unknown-count' });
  if (state.status !== 'open') return err({ code: 'not-open', status: state.status });
  switch (command.type) {
    case 'RecordCount':
      return record(command);
    case 'ApproveCount':
      return approve(command.at, state);
    case 'CancelCount':
      return ok([{ type: 'CountCancelled', at: command.at }]);
    default:
      return assertNever(command, 'count command');
  }
}

function open({ at, kind, location, lines }: Extract<CountCommand, { type: 'OpenCount' }>): Decision {
  return lines.length === 0 ? err({ code: 'no-lines' }) : ok([{ type: 'CountOpened', at, kind, location, lines }]);
}

/** A full count must say of every line what is there; a cycle count speaks only of what was counted. */
function approve(at: Instant, { kind, lines }: OpenedCount): Decision {
  const missing = [...lines.values()].filter(({ counted }) => counted === null).length;
  const isEnough = kind === 'full' ? missing === 0 : missing < lines.size;
  return isEnough ? ok([{ type: 'CountApproved', at }]) : err({ code: 'not-counted', lines: missing });
}

function record({ at, lines }: Extract<CountCommand, { type: 'RecordCount' }>): Decision {
  if (lines.length === 0) return err({ code: 'no-lines' });
  const seen = new Set<string>();
  for (const line of lines) {
    const key = countKey(line);
    if (seen.has(key)) return err({ code: 'line-twice', key });
    seen.add(key);
    if (!Number.isSafeInteger(line.quantity) || line.quantity < 0)
      return err({ code: 'invalid-quantity', quantity: line.quantity });
  }
  return ok([{ type: 'CountRecorded', at, lines }]);
}

function evolve(state: StockCount, event: CountEvent): StockCount {
  if (event.type === 'CountOpened') {
    const { kind, location } = event;
    const lines = new Map(event.lines.map((line) => [countKey(line), { ...line, counted: null }]));
    return { status: 'open', kind, location, lines };
  }
  if (state.status !== 'open') throw new Error(`corrupt stream: ${event.type} on a count that is ${state.status}`);
  switch (event.type) {
    case 'CountRecorded': {
      const lines = new Map<string, CountLine>(state.lines);
      for (const { product, bin, lot, ...counted } of event.lines) {
        const key = countKey({ product, bin, lot });
        // Found where the books knew of none: the line begins with a snapshot of nothing.
        const before = lines.get(key) ?? { product, bin, lot, snapshot: 0, counted: null };
        lines.set(key, { ...before, counted });
      }
      return { ...state, lines };
    }
    case 'CountApproved':
      return { ...state, status: 'approved' };
    case 'CountCancelled':
      return { ...state, status: 'cancelled' };
    default:
      return assertNever(event, 'count event');
  }
}

/** The adjustments that an approved count makes, in the order of its lines. */
export function adjustmentsOf({ lines }: OpenedCount): readonly (CountKey & { readonly difference: number })[] {
  return [...lines.values()].flatMap((line) => {
    const difference = variance(line) ?? 0;
    const { product, bin, lot } = line;
    return difference === 0 ? [] : [{ product, bin, lot, difference }];
  });
}
