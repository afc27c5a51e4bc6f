import type { RateChoice, RateQuery, RateQuote, ShippingRules } from '../documents/index.ts';
import type { Fault } from '../shared/fault.ts';
import { err, type Result } from '../shared/result.ts';
import { bestOf, type Missing, type Offer, type Parcelled, type RankedOffer, rankRates } from '../shipping/index.ts';

/** A carrier that can be asked for prices, by the name of its connection; `off` says why it is not asked. */
export type RateSource = {
  readonly connection: string;
  readonly off: string | null;
  readonly ask: (query: RateQuery, signal: AbortSignal) => Promise<Result<readonly RateQuote[], Fault>>;
};

export type RateWish = {
  readonly query: RateQuery;
  readonly shipment: Parcelled;
  readonly rules: ShippingRules;
  readonly choose?: RateChoice | undefined;
};

/** Offers in the order in which they would be taken, and every carrier that is not among them. */
export type ShoppedRates = {
  readonly choose: RateChoice;
  readonly best: RankedOffer | null;
  readonly offers: readonly RankedOffer[];
  readonly missing: readonly Missing[];
};

type Heard = { readonly offers: readonly Offer[] } | { readonly missing: Missing };

/**
 * Asks all carriers at once and answers when they have, or at the deadline with what there is: a carrier that hangs, or
 * does not obey its signal, keeps nobody waiting.
 */
export async function shopRates(
  { query, shipment, rules, choose }: RateWish,
  sources: readonly RateSource[],
  deadline: AbortSignal,
): Promise<ShoppedRates> {
  const heard = await Promise.all(sources.map((source) => ask(source, query, deadline)));
  const offers = heard.flatMap((each) => ('offers' in each ? each.offers : []));
  const ranking = rankRates(offers, shipment, rules, choose);
  return {
    ...ranking,
    best: bestOf(ranking),
    missing: heard.flatMap((each) => ('missing' in each ? [each.missing] : [])),
  };
}

async function ask(
  { connection, off, ask: quotes }: RateSource,
  query: RateQuery,
  deadline: AbortSignal,
): Promise<Heard> {
  const without = (reason: Missing['reason'], { kind, code, message }: Missing['fault']): Heard => ({
    missing: { connection, reason, fault: { kind, code, message } },
  });
  if (off !== null) return without('off', { kind: 'permanent', code: 'connection-off', message: off });
  const answer = await Promise.race([quotes(query, deadline).catch(bug), passed(deadline)]);
  if (answer === 'slow' || (!answer.ok && deadline.aborted)) return without('slow', SLOW);
  if (!answer.ok) return without(isDown(answer.error) ? 'down' : 'refused', answer.error);
  if (answer.value.length === 0) return without('refused', NOTHING);
  return { offers: answer.value.map((quote) => ({ ...quote, connection })) };
}

const SLOW = { kind: 'retryable', code: 'no-answer-in-time', message: 'it has not answered in time' } as const;

const NOTHING = { kind: 'permanent', code: 'no-offers', message: 'it has no service for this shipment' } as const;

const isDown = ({ kind }: Fault): boolean => kind === 'retryable' || kind === 'rate-limited' || kind === 'in-doubt';

/** A connector that throws takes no other carrier's price with it. */
const bug = (error: unknown): Result<never, Fault> =>
  err({ kind: 'permanent', code: 'connector-failed', message: error instanceof Error ? error.message : String(error) });

function passed(deadline: AbortSignal): Promise<'slow'> {
  return new Promise((resolve) => {
    if (deadline.aborted) resolve('slow');
    else deadline.addEventListener('abort', () => resolve('slow'), { once: true });
  });
}
