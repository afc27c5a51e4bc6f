import { decodeRaw } from '../connectors/kit/capabilities.ts';
import type { AnyConnector } from '../connectors/kit/connector.ts';
import { compileMapping, type Mapping, mergedMapping } from '../connectors/kit/mapping/mapping.ts';
import type { CanonicalRecord } from '../core/documents/index.ts';
import { type Fault, permanent } from '../core/shared/fault.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { LiveConnection } from '../pipelines/connections.ts';
import type { Parts } from './parts.ts';

/** What a mapping would do to one document: the places that come out otherwise than by the one in force. */
export type Touched = {
  readonly message: string;
  readonly document: string;
  readonly key: string;
  readonly changes: readonly Change[];
};
export type Change = { readonly at: string; readonly from: unknown; readonly to: unknown };
export type Refused = { readonly message: string; readonly fault: Fault };

export type Trial = {
  /** Messages that could be decoded; those that could not are no matter of the mapping. */
  readonly samples: number;
  readonly touched: readonly Touched[];
  readonly refused: readonly Refused[];
};

/**
 * Tries a mapping on the newest messages of a connection, beside the one in force, and changes nothing. The fault is that
 * of the mapping itself, with the place.
 */
export async function tryMapping(
  { store }: Parts,
  { id, connector, mapping }: LiveConnection,
  { body, limit }: { readonly body: unknown; readonly limit: number },
): Promise<Result<Trial, Fault>> {
  // Alone first: what is wrong in it is told by its own places, not by those behind the connector's rules.
  const alone = compileMapping(body);
  if (!alone.ok) return alone;
  const next = compileMapping(mergedMapping(connector.mapping, body));
  if (!next.ok) return next;
  const samples = await store.mappings.samples(id, limit);
  const trials = samples.flatMap(({ id: message, topic, body: raw }) => {
    const records = recordsOf(connector, topic, raw);
    return records === undefined
      ? []
      : [records.map((record) => trialOf(message, record, { current: mapping, next: next.value }))];
  });
  const outcomes = trials.flat();
  return ok({
    samples: trials.length,
    touched: outcomes.flatMap((outcome) => (outcome.ok && outcome.value ? [outcome.value] : [])),
    refused: outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error])),
  });
}

function recordsOf(connector: AnyConnector, topic: string, body: Uint8Array): readonly CanonicalRecord[] | undefined {
  const decoded = decodeRaw(connector, topic, parsed(body));
  return decoded.ok && decoded.value.kind === 'documents' ? decoded.value.documents : undefined;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

type Mappings = { readonly current: Mapping | undefined; readonly next: Mapping };

function trialOf(
  message: string,
  record: CanonicalRecord,
  { current, next }: Mappings,
): Result<Touched | null, Refused> {
  const then = next.map(record, 'in');
  if (!then.ok) return err({ message, fault: then.error });
  const now = current ? current.map(record, 'in') : ok(record);
  const changes = differences(now.ok ? now.value.document : null, then.value.document, '');
  return ok(changes.length === 0 ? null : { message, document: record.name, key: keyOf(record.document), changes });
}

function keyOf(document: object): string {
  const { number, externalId, sku, reference } = document as Readonly<Record<string, string | undefined>>;
  return number ?? externalId ?? sku ?? reference ?? '';
}

/** The leaves in which two JSON values differ, by their pointers. */
function differences(now: unknown, then: unknown, at: string): readonly Change[] {
  if (isHolder(now) && isHolder(then)) {
    const names = new Set([...Object.keys(now), ...Object.keys(then)]);
    return [...names].flatMap((name) => differences(now[name], then[name], `${at}/${name}`));
  }
  return JSON.stringify(now) === JSON.stringify(then) ? [] : [{ at, from: now ?? null, to: then ?? null }];
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export type Publication = { readonly version: number; readonly trial: Trial };

/** Publishes a mapping that refuses none of the samples; or says which, and publishes nothing. */
export async function publishMapping(
  parts: Parts,
  connection: LiveConnection,
  asked: { readonly body: unknown; readonly limit: number; readonly actor: string },
): Promise<Result<Publication, Fault>> {
  const trial = await tryMapping(parts, connection, asked);
  if (!trial.ok) return trial;
  const [refused] = trial.value.refused;
  if (refused) {
    const { fault, message } = refused;
    return err(
      permanent('mapping-refuses', `message ${message} and ${trial.value.refused.length - 1} more: ${fault.message}`),
    );
  }
  const version = await parts.store.mappings.publish(connection.id, asked.body, asked.actor);
  await parts.connections.reload();
  return ok({ version, trial: trial.value });
}
