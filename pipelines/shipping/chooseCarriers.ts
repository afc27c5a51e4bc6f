import type { CarrierChoice, Clock, ShippingStore } from '../../core/ports/index.ts';
import type { ConnectionId } from '../../core/shared/ids.ts';
import { type ShoppedRates, shopRates } from '../../core/usecases/shopRates.ts';
import { backOffMs } from '../backOff.ts';
import type { LiveConnection } from '../connections.ts';
import { type RateContext, rateSources } from './rateSources.ts';

export type ChooseContext = RateContext & {
  readonly shipping: Pick<ShippingStore, 'dueChoices' | 'plan' | 'rules' | 'choose' | 'postponeChoice'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** How long carriers have for an answer. */
  readonly deadline: () => AbortSignal;
};

const BATCH = 20;
const LEASE_MS = 60_000;
/** Rounds without any offer after which the first carrier is asked for the label itself: its refusal says why. */
const ROUNDS = 5;

/** Chooses carriers for labels that wait for one. Answers the connections that got work. */
export async function chooseCarriers(context: ChooseContext): Promise<readonly ConnectionId[]> {
  const woken = new Set<ConnectionId>();
  while (!context.signal.aborted) {
    const choices = await context.shipping.dueChoices(BATCH, LEASE_MS);
    if (choices.length === 0) break;
    for (const connection of await Promise.all(choices.map((choice) => chooseOne(choice, context))))
      if (connection) woken.add(connection);
  }
  return [...woken];
}

async function chooseOne(choice: CarrierChoice, context: ChooseContext): Promise<ConnectionId | null> {
  const { shipping, connections } = context;
  const plan = await shipping.plan({ fulfillmentOrder: choice.work });
  // Shipped or cancelled meanwhile: the purchase itself finds nothing to buy, and says so.
  if (!plan.ok) return fallBack(choice, context, { said: plan.error });
  const { query, shipment } = plan.value;
  const shipOn = context.clock.now().slice(0, 10);
  const rules = await shipping.rules();
  const wish = { query, shipment: { ...shipment, shipOn }, rules: rules.body };
  const sources = rateSources(context).filter(({ connection }) => canBuy(connections.byName(connection)));
  const shopped = await shopRates(wish, sources, AbortSignal.any([context.signal, context.deadline()]));
  const explanation = explained(shopped, rules.version);
  const best = shopped.best && connections.byName(shopped.best.connection);
  if (shopped.best && best) {
    const chosen = { connection: best.id, service: shopped.best.service, explanation };
    return (await shipping.choose(choice, chosen)) ? best.id : null;
  }
  if (choice.rounds + 1 >= ROUNDS) return fallBack(choice, context, explanation);
  await shipping.postponeChoice(choice, backOffMs(choice.rounds + 3, context.random), explanation);
  return null;
}

const canBuy = (connection: LiveConnection | undefined): boolean =>
  connection?.connector.capabilities.buyLabel !== undefined;

const explained = ({ choose, best, offers, missing }: ShoppedRates, rulesVersion: number) => ({
  choose,
  rulesVersion,
  taken: best && { connection: best.connection, service: best.service },
  offers: offers.map(({ connection, service, chargeMinor, currency, keepsPromise, notTaken }) => ({
    ...{ connection, service, chargeMinor, currency, keepsPromise, notTaken },
  })),
  missing,
});

/** Nobody offers anything: the first carrier gets the order for the label, and a fault that a person sees where it fails. */
async function fallBack(
  choice: CarrierChoice,
  { shipping, connections }: ChooseContext,
  explanation: unknown,
): Promise<ConnectionId | null> {
  const first = connections.all().find(canBuy);
  if (!first) {
    await shipping.postponeChoice(choice, LEASE_MS, explanation);
    return null;
  }
  return (await shipping.choose(choice, { connection: first.id, service: null, explanation })) ? first.id : null;
}
