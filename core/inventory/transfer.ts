import type { Decider } from '../shared/decider.ts';
import type { Instant, LocationId, ProductId } from '../shared/ids.ts';
import { assertNever, err, ok, type Result } from '../shared/result.ts';

/** Units of one product of a transfer: asked for, sent, and what became of those sent. Sent ones that are neither
 * received, damaged nor lost are in transit. */
export type TransferLine = {
  readonly quantity: number;
  readonly sent: number;
  readonly received: number;
  readonly damaged: number;
  readonly lost: number;
  readonly cancelled: number;
};

export type Transfer =
  | { readonly status: 'unopened' }
  | {
      readonly status: 'opened';
      readonly from: LocationId;
      readonly to: LocationId;
      readonly lines: ReadonlyMap<ProductId, TransferLine>;
    };
export type OpenedTransfer = Extract<Transfer, { status: 'opened' }>;

export type Units = { readonly product: ProductId; readonly quantity: number };
/** Units that arrived, arrived broken, or did not arrive, with the reason that was found. */
export type Arrived = {
  readonly product: ProductId;
  readonly received: number;
  readonly damaged: number;
  readonly lost: number;
  readonly reason: string | null;
};

export type TransferCommand =
  | {
      readonly type: 'OpenTransfer';
      readonly at: Instant;
      readonly from: LocationId;
      readonly to: LocationId;
      readonly lines: readonly Units[];
    }
  | { readonly type: 'SendTransfer'; readonly at: Instant; readonly lines: readonly Units[] }
  | { readonly type: 'ReceiveTransfer'; readonly at: Instant; readonly lines: readonly Arrived[] }
  | { readonly type: 'CancelTransfer'; readonly at: Instant };

export type TransferEvent =
  | {
      readonly type: 'TransferOpened';
      readonly at: Instant;
      readonly from: LocationId;
      readonly to: LocationId;
      readonly lines: readonly Units[];
    }
  | { readonly type: 'TransferSent'; readonly at: Instant; readonly lines: readonly Units[] }
  | { readonly type: 'TransferReceived'; readonly at: Instant; readonly lines: readonly Arrived[] }
  | { readonly type: 'TransferCancelled'; readonly at: Instant; readonly lines: readonly Units[] };

export type TransferRejection =
  | { readonly code: 'already-opened' }
  | { readonly code: 'unknown-transfer' }
  | { readonly code: 'same-location' }
  | { readonly code: 'no-lines' }
  | { readonly code: 'line-twice'; readonly product: ProductId }
  | { readonly code: 'unknown-line'; readonly product: ProductId }
  | { readonly code: 'invalid-quantity'; readonly quantity: number }
  | { readonly code: 'more-than-open'; readonly product: ProductId; readonly have: number; readonly want: number }
  | { readonly code: 'more-than-in-transit'; readonly product: ProductId; readonly have: number; readonly want: number }
  | { readonly code: 'loss-without-reason'; readonly product: ProductId }
  | { readonly code: 'nothing-to-cancel' };

/** Units still to be sent. */
export const toSend = (line: TransferLine): number => line.quantity - line.sent - line.cancelled;
export const inTransit = (line: TransferLine): number => line.sent - line.received - line.damaged - line.lost;

export type TransferStatus = 'draft' | 'partly-sent' | 'in-transit' | 'received' | 'cancelled';

/** Derived from the lines; never stored as a fact of its own. */
export function transferStatus({ lines }: Pick<OpenedTransfer, 'lines'>): TransferStatus {
  let open = 0;
  let sent = 0;
  let under = 0;
  for (const line of lines.values()) {
    open += toSend(line);
    sent += line.sent;
    under += inTransit(line);
  }
  if (sent === 0) return open > 0 ? 'draft' : 'cancelled';
  if (open > 0) return 'partly-sent';
  return under > 0 ? 'in-transit' : 'received';
}

/** Moves units between two locations: sent in parts, received in parts, with each loss named. */
export const transferDecider: Decider<Transfer, TransferCommand, TransferEvent, TransferRejection> = {
  initialState: { status: 'unopened' },
  decide,
  evolve,
};

type Decision = Result<readonly TransferEvent[], TransferRejection>;

function decide(command: TransferCommand, state: Transfer): Decision {
  if (command.type === 'OpenTransfer')
    return state.status === 'unopened' ? open(command) : err({ code: 'already-opened' });
  if (state.status === 'unopened') return err({ code: 'unknown-transfer' });
  switch (command.type) {
    case 'SendTransfer':
      return send(command, state);
    case 'ReceiveTransfer':
      return receive(command, state);
    case 'CancelTransfer': {
      const lines = [...state.lines].flatMap(([product, line]) =>
        toSend(line) > 0 ? [{ product, quantity: toSend(line) }] : [],
      );
      if (lines.length === 0) return err({ code: 'nothing-to-cancel' });
      return ok([{ type: 'TransferCancelled', at: command.at, lines }]);
    }
    default:
      return assertNever(command, 'transfer command');
  }
}

function open({ at, from, to, lines }: Extract<TransferCommand, { type: 'OpenTransfer' }>): Decision {
  if (from === to) return err({ code: 'same-location' });
  const wrong = wrongUnits(lines);
  return wrong ? err(wrong) : ok([{ type: 'TransferOpened', at, from, to, lines }]);
}

function wrongUnits(lines: readonly Units[]): TransferRejection | undefined {
  if (lines.length === 0) return { code: 'no-lines' };
  const seen = new Set<ProductId>();
  for (const { product, quantity } of lines) {
    if (!isCount(quantity) || quantity === 0) return { code: 'invalid-quantity', quantity };
    if (seen.has(product)) return { code: 'line-twice', product };
    seen.add(product);
  }
  return undefined;
}

function send({ at, lines }: Extract<TransferCommand, { type: 'SendTransfer' }>, state: OpenedTransfer): Decision {
  const wrong = wrongUnits(lines);
  if (wrong) return err(wrong);
  for (const { product, quantity: want } of lines) {
    const line = state.lines.get(product);
    if (!line) return err({ code: 'unknown-line', product });
    if (toSend(line) < want) return err({ code: 'more-than-open', product, have: toSend(line), want });
  }
  return ok([{ type: 'TransferSent', at, lines }]);
}

function receive(
  { at, lines }: Extract<TransferCommand, { type: 'ReceiveTransfer' }>,
  state: OpenedTransfer,
): Decision {
  const wrong =
    wrongUnits(lines.map((line) => ({ product: line.product, quantity: arrivedUnits(line) }))) ??
    lines.map((line) => wrongArrival(line, state)).find((rejection) => rejection !== undefined);
  return wrong ? err(wrong) : ok([{ type: 'TransferReceived', at, lines }]);
}

function wrongArrival(arrived: Arrived, { lines }: OpenedTransfer): TransferRejection | undefined {
  const { product, received, damaged, lost, reason } = arrived;
  const quantity = [received, damaged, lost].find((units) => !isCount(units));
  if (quantity !== undefined) return { code: 'invalid-quantity', quantity };
  const line = lines.get(product);
  if (!line) return { code: 'unknown-line', product };
  const want = arrivedUnits(arrived);
  if (inTransit(line) < want) return { code: 'more-than-in-transit', product, have: inTransit(line), want };
  return lost > 0 && !reason ? { code: 'loss-without-reason', product } : undefined;
}

const arrivedUnits = (part: Pick<Arrived, 'received' | 'damaged' | 'lost'>): number =>
  part.received + part.damaged + part.lost;
const isCount = (quantity: number): boolean => Number.isSafeInteger(quantity) && quantity >= 0;

function evolve(state: Transfer, event: TransferEvent): Transfer {
  if (event.type === 'TransferOpened') {
    const { from, to } = event;
    const bare = { sent: 0, received: 0, damaged: 0, lost: 0, cancelled: 0 };
    const lines = new Map(event.lines.map(({ product, quantity }) => [product, { quantity, ...bare }]));
    return { status: 'opened', from, to, lines };
  }
  if (state.status === 'unopened') throw new Error(`corrupt stream: ${event.type} before the transfer was opened`);
  const lines = new Map(state.lines);
  const change = (product: ProductId, to: (line: TransferLine) => TransferLine): void => {
    const line = lines.get(product);
    if (!line) throw new Error(`corrupt stream: ${event.type} on a product that is not in the transfer`);
    lines.set(product, to(line));
  };
  switch (event.type) {
    case 'TransferSent':
      for (const { product, quantity } of event.lines) change(product, (l) => ({ ...l, sent: l.sent + quantity }));
      return { ...state, lines };
    case 'TransferReceived':
      for (const part of event.lines) change(part.product, (line) => arrived(line, part));
      return { ...state, lines };
    case 'TransferCancelled':
      for (const { product, quantity } of event.lines)
        change(product, (l) => ({ ...l, cancelled: l.cancelled + quantity }));
      return { ...state, lines };
    default:
      return assertNever(event, 'transfer event');
  }
}

const arrived = (line: TransferLine, part: Arrived): TransferLine => ({
  ...line,
  received: line.received + part.received,
  damaged: line.damaged + part.damaged,
  lost: line.lost + part.lost,
});
