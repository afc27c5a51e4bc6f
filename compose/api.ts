import { createHash } from 'node:crypto';
import type { ApiContext, FoundOut, Scope } from '../api/context.ts';
import { describeConnector } from '../connectors/describe.ts';
import type { AnyConnector } from '../connectors/kit/connector.ts';
import { allConnectors, connectorById, noConnector } from '../connectors/registry.ts';
import { type Arrival, PARTITIONS } from '../core/ports/index.ts';
import { permanent } from '../core/shared/fault.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import { partitionOf } from '../core/shared/partition.ts';
import { err, ok } from '../core/shared/result.ts';
import { ADMISSION, Admission, type InboxForecast } from '../pipelines/inbox/admission.ts';
import { uuidSource } from '../store/ids.ts';
import { authorization, awaitAgreement, codeAuth } from './authorization.ts';
import { carrierOperations } from './carriers.ts';
import { jobOperations } from './jobs.ts';
import type { Parts } from './parts.ts';
import { isPhone } from './phoneNumbers.ts';
import { printPickList } from './prints.ts';
import { rateOperations } from './rates.ts';
import { trackingPages } from './tracking.ts';

export type ApiOptions = {
  readonly version: string;
  /** How others reach this hub, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Messages are refused while a new one would wait longer than this; the hub's own limit when absent. */
  readonly admitSeconds?: number | undefined;
  readonly onError: (error: unknown, about?: Readonly<Record<string, unknown>>) => void;
};

/** The name of the connection that stands for the hub's own API and command line. */
export const OWN_CONNECTION = 'hub';
/** More arrivals than this waiting in memory for a writer, and senders are asked to come back. */
const MAX_UNWRITTEN = 20_000;

/** What the routes need, made from the parts. The hub's own connection must be there. */
export function apiContext(parts: Parts, { version, publicUrl, admitSeconds, onError }: ApiOptions): ApiContext {
  const { store, connections, wakes } = parts;
  const admission = new Admission(store.inboxLoad, { ...ADMISSION, seconds: admitSeconds ?? ADMISSION.seconds });
  const overview = async () => ({ ...(await store.queries.overview()), ...inboxFigures(await admission.forecast()) });
  return {
    environment: { unitOfWork: store.unitOfWork, ids: uuidSource, now: parts.now },
    queries: store.queries,
    ...orderParts(parts),
    ...stockParts(parts),
    callerOf: callerCache(parts),
    hook: (name, raw) => hook(parts, name, raw),
    receive: (arrival) => store.receiver.receive(arrival),
    arrivalOf: (document, subject, messageId, body) => ownArrival(parts, document, subject, messageId, body),
    retryAfterSeconds: () => (store.receiver.backlog > MAX_UNWRITTEN ? 2 : admission.retryAfterSeconds()),
    idempotent: store.idempotent,
    connectors: () => allConnectors().map(describeConnector),
    connections: connectionOperations(parts, publicUrl),
    addLocation: (location, actor) => addLocation(parts, location, actor),
    events: store.eventLog,
    retryMessage: (id, actor) => store.operations.retryMessage(id, actor),
    replay: (filter, actor) => store.replay(filter, actor),
    retryDelivery: (id, actor) => store.operations.retryDelivery(id, actor),
    resolveDelivery: (id, found, actor) => resolveDelivery(parts, id, found, actor),
    jobs: jobOperations(parts),
    label: (id) => store.operations.label(id),
    setup: store.fulfillmentSetup,
    ...rateOperations(parts),
    ...carrierOperations(parts),
    ...trackingPages(store.trackingLinks),
    pickListPdf: (name) => printPickList(store.queries, name),
    flow: async () => ({ overview: await overview(), orders: await store.flow(40) }),
    ready: async () => [
      await databaseCheck(parts),
      { name: 'connections', ok: connections.all().length > 0, detail: '' },
    ],
    metrics: async () => metricsText(await overview()),
    wakeInbox: (partition) => wakes.wake('inbox.apply.v1', { partition }),
    wakeOutbox: () => wakes.wake('outbox.relay.v1', {}),
    onError,
    version,
  };
}

async function addLocation(
  { store }: Parts,
  location: Parameters<ApiContext['addLocation']>[0],
  actor: string,
): ReturnType<ApiContext['addLocation']> {
  const id = uuidSource.next();
  if (await store.operations.addLocation({ id, ...location }, actor)) return ok(id);
  return err({ code: 'already-there', message: `there is a location ${location.code} already` });
}

/** What the routes of orders need beside the use cases. */
function orderParts({ store, connections }: Parts) {
  return {
    orderSearch: store.orderSearch,
    tellsShipments: (id: ConnectionId) => connections.byId(id)?.connector.capabilities.pushShipment !== undefined,
    isPhone,
    savePrices: store.operations.savePrices,
    listPrices: store.operations.listPrices,
    arrivalPolicies: store.operations.arrivalPolicies,
    setArrivalPolicy: store.operations.setArrivalPolicy,
    setPaymentPolicy: store.operations.setPaymentPolicy,
    setReturnPolicy: store.operations.setReturnPolicy,
    setClosingPolicy: store.operations.setClosingPolicy,
    closedDifferences: store.operations.closedDifferences,
    attachment: store.operations.attachment,
  };
}

/** What the routes of stock and sourcing need. */
function stockParts({ store }: Parts) {
  const { sourcing, stockQueries, stockSettings, republishStock } = store;
  return { sourcing, stockQueries, stockSettings, republishStock };
}

/** Keys are looked up once a while: a revoked one works no longer than this. */
const KEY_CACHE_MS = 5000;

function callerCache({ store }: Parts): ApiContext['callerOf'] {
  const known = new Map<
    string,
    { readonly until: number; readonly caller: Awaited<ReturnType<ApiContext['callerOf']>> }
  >();
  return async (secret) => {
    const hash = createHash('sha256').update(secret).digest('base64');
    const cached = known.get(hash);
    if (cached && cached.until > Date.now()) return cached.caller;
    const key = await store.keys.keyOf(secret);
    const caller = key && { id: key.id, name: key.name, scopes: key.scopes as Scope[] };
    if (known.size > 1000) known.clear();
    known.set(hash, { until: Date.now() + KEY_CACHE_MS, caller });
    return caller;
  };
}

function hook(
  { connections }: Parts,
  name: string,
  raw: Parameters<ApiContext['hook']>[1],
): ReturnType<ApiContext['hook']> {
  const connection = connections.byName(name);
  const webhook = connection?.connector.webhook;
  if (!connection || !webhook) {
    return {
      kind: 'refused',
      status: 404,
      fault: permanent('unknown-connection', `no connection ${name} takes webhooks`),
    };
  }
  const verified = webhook.verify(raw, connection.settings);
  if (!verified.ok) return { kind: 'refused', status: 401, fault: verified.error };
  const identified = webhook.identify(raw);
  if (!identified.ok) return { kind: 'refused', status: 422, fault: identified.error };
  const { messageId, topic, subject, correlation } = identified.value;
  const partition = partitionOf(connection.id, subject, PARTITIONS);
  const { body } = raw;
  const arrival: Arrival = {
    connection: connection.id,
    messageId,
    topic,
    subject,
    correlation,
    origin: 'webhook',
    body,
    partition,
    lane: 'live',
  };
  return { kind: 'message', arrival };
}

const encoder = new TextEncoder();

/** An arrival of the hub's own API and command line: a canonical document by its name. */
export function ownArrival(
  { connections }: Parts,
  topic: string,
  subject: string,
  messageId: string,
  body: unknown,
): Arrival {
  const own = connections.byName(OWN_CONNECTION);
  if (!own) throw new Error('the connection of the hub itself is missing: run crossdock migrate');
  const partition = partitionOf(own.id, subject, PARTITIONS);
  const bytes = encoder.encode(JSON.stringify(body));
  return { connection: own.id, messageId, topic, subject, origin: 'api', body: bytes, partition, lane: 'live' };
}

/** A label that arrived is booked as a shipment, so its numbers are needed unless its answer is there already. */
async function resolveDelivery(
  { store }: Parts,
  id: string,
  { landed, receipt }: FoundOut,
  actor: string,
): ReturnType<ApiContext['resolveDelivery']> {
  const delivery = await store.queries.show('deliveries', id);
  if (delivery?.['state'] !== 'needs-operator') {
    return err({ code: 'not-found', message: `delivery ${id} does not wait for an operator` });
  }
  const isLabel = delivery['operation'] === 'buyLabel';
  if (landed && isLabel && receipt === undefined && delivery['receipt'] === null) {
    return err({ code: 'receipt-needed', message: 'say which tracking numbers the label has' });
  }
  const found = { landed, receipt: isLabel ? receipt : undefined };
  if (await store.operations.resolveDelivery(id, found, actor)) return ok(undefined);
  return err({ code: 'not-found', message: `delivery ${id} does not wait for an operator any more` });
}

function connectionOperations(parts: Parts, publicUrl: () => string): ApiContext['connections'] {
  const { store, connections } = parts;
  const agreement = authorization(parts);
  return {
    async add({ name, connector: id, settings: entered, oauth = false }, actor) {
      const connector = connectorById(id);
      if (!connector) return err({ code: 'unknown-connector', message: `there is ${noConnector(id)}` });
      if (connections.byName(name))
        return err({ code: 'already-there', message: `there is a connection ${name} already` });
      const settings = oauth ? { grant: 'authorization-code', ...entered } : entered;
      const valid = connector.settings.safeParse(settings);
      if (!valid.success) {
        const message = valid.error.issues.map(({ path, message: why }) => `${path.join('.')}: ${why}`).join('; ');
        return err({ code: 'invalid-settings', message });
      }
      if (oauth && !codeAuth(connector, valid.data)) {
        return err({ code: 'no-authorization', message: `${id} is not authorized in a browser with these settings` });
      }
      const connection = uuidSource.next() as ConnectionId;
      await store.connections.add({ id: connection, name, connector: id, ...divided(connector, settings) }, actor);
      await connections.reload();
      await awaitAgreement(parts, connection, actor);
      return ok(connection);
    },
    async setState(id, state, actor) {
      if (!connections.byId(id as ConnectionId)) return false;
      await store.connections.setState(id as ConnectionId, state, null, actor);
      if (state === 'removed') await store.grants.forget(id as ConnectionId);
      await connections.reload();
      return true;
    },
    async test(id) {
      const connection = connections.byId(id as ConnectionId);
      if (!connection) return null;
      const answer = await connection.connector.check(parts.clientFor(connection), AbortSignal.timeout(30_000));
      return answer.ok ? ok(answer.value.about) : answer;
    },
    async authorize(id) {
      const connection = connections.byId(id as ConnectionId);
      return connection ? agreement.begin(connection, publicUrl()) : null;
    },
    finishAuthorization: (brought) => agreement.finish(brought, 'browser'),
    mapLocation: (id, externalId, code, actor) => store.operations.mapLocation(id, externalId, code, actor),
  };
}

/** What may be shown and what is sealed, by the connector's own list. */
export function divided({ manifest }: AnyConnector, given: Readonly<Record<string, unknown>>) {
  const isSecret = ([key]: [string, unknown]): boolean => manifest.secretSettings.includes(key);
  const entries = Object.entries(given);
  return {
    settings: Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    secrets: Object.fromEntries(entries.filter(isSecret)),
  };
}

async function databaseCheck({ store }: Parts): Promise<{ name: string; ok: boolean; detail: string }> {
  try {
    await store.pool.query('select 1');
    return { name: 'database', ok: true, detail: '' };
  } catch (error) {
    return { name: 'database', ok: false, detail: (error as Error).message };
  }
}

/** How far behind the inbox is, by the names of the overview; what is not known yet is left out. */
function inboxFigures({ perSecond, seconds }: InboxForecast) {
  return {
    ...(perSecond !== null && { inboxPerSecond: Math.round(perSecond) }),
    ...(seconds !== null && { inboxSecondsBehind: seconds }),
  };
}

/** The overview's figures in the Prometheus text format. */
function metricsText(overview: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(overview).flatMap(([name, value]) => {
    if (typeof value !== 'number') return [];
    const metric = `crossdock_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    return [`# TYPE ${metric} gauge`, `${metric} ${value}`];
  });
  return `${lines.join('\n')}\n`;
}
