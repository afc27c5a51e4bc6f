import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseWire } from '../kit/parse.ts';
import type { OdooClient } from './client.ts';
import { unreadable } from './faults.ts';
import { LoadAnswer } from './wire.ts';

export type Domain = readonly (string | readonly [string, string, unknown])[];
export type Search = {
  readonly model: string;
  readonly domain: Domain;
  readonly fields: readonly string[];
  readonly order?: string;
  readonly limit?: number;
  readonly context?: Readonly<Record<string, unknown>>;
};

/** Searches and reads in one call; each record is checked against its schema. */
export async function searchRead<T>(
  client: OdooClient,
  schema: z.ZodType<readonly T[]>,
  { model, context, ...args }: Search,
  signal: AbortSignal,
): Promise<Result<readonly T[], Fault>> {
  const call = { model, method: 'search_read', args: { order: 'id', ...args }, effect: 'read' } as const;
  const answer = await client.call(context ? { ...call, context } : call, signal);
  return answer.ok ? parseWire(schema, answer.value, model) : answer;
}

/** The parts of an external id that name its record; anything may stand in them. */
export function externalId(kind: string, ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
  return `__crossdock__.${kind}_${hash}`;
}

/**
 * Makes a record, or finds the one that it made before, by its external id: the one way of Odoo to write a record of
 * any model exactly once. Values are texts; a column `x/.id` takes the id of another record. Errors are in the answer.
 */
export async function loadRecord(
  client: OdooClient,
  model: string,
  id: string,
  values: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Result<number, Fault>> {
  const columns = Object.entries(values).filter(([, value]) => value !== '');
  const args = { fields: ['id', ...columns.map(([name]) => name)], data: [[id, ...columns.map(([, value]) => value)]] };
  const answer = await client.call({ model, method: 'load', args, effect: 'write' }, signal);
  if (!answer.ok) return answer;
  const loaded = parseWire(LoadAnswer, answer.value, `${model}.load`);
  if (!loaded.ok) return err(unreadable(loaded.error));
  const made = loaded.value.ids === false ? undefined : loaded.value.ids[0];
  if (made) return ok(made);
  const why = loaded.value.messages.map(({ message }) => message).join('; ');
  return err(permanent('odoo-refused', `${model} was not taken: ${why || 'no reason given'}`));
}
