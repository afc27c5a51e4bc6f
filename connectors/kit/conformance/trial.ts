import { type CustomsInput, CustomsValue, type DocumentOf } from '../../../core/documents/index.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok, type Result } from '../../../core/shared/result.ts';
import type { WRITE_DOCUMENTS } from '../capabilities.ts';
import type { AnyConnector, WriteName } from '../connector.ts';
import { createIo, type Exchange } from '../http.ts';
import type { Simulator } from '../simulator.ts';
import type { AnyWrite } from './journey.ts';

/** A client of a connector with settings as entered, by the real clock; what it said and heard is told to `trace`. */
export function trialClient(
  connector: AnyConnector,
  entered: Readonly<Record<string, unknown>>,
  trace: (exchange: Exchange) => void = () => {},
): unknown {
  const settings = connector.settings.parse(entered);
  const now = () => instantOf(Date.now());
  return connector.client(settings, createIo({ connector, settings, acquire: async () => ok(undefined), now, trace }));
}

/** The value of a result that must be there. Throws the fault of one that is not. */
export function unwrap<T>(result: Result<T, unknown> | undefined): T {
  if (!result?.ok) throw new Error(JSON.stringify(result?.error ?? 'no such capability'));
  return result.value;
}

const PATIENCE_MS = 10_000;

/** Writes a document at a simulator, and gives the receipt. Throws where it is refused. */
export async function trialWrite<Name extends WriteName>(
  connector: AnyConnector,
  name: Name,
  document: DocumentOf<(typeof WRITE_DOCUMENTS)[Name]> & { readonly reference: string },
  simulator: Simulator,
): Promise<unknown> {
  const write = connector.capabilities[name] as unknown as AnyWrite | undefined;
  const { reference } = document;
  const raw = unwrap(write?.encode(document));
  const key = { reference, idempotencyKey: reference };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return unwrap(await write?.send(trialClient(connector, simulator.settings), raw, key, signal));
}

/** Two mugs for customs, with any part of the declaration replaced. */
export function trialCustoms(more: Partial<CustomsInput> = {}): CustomsValue {
  const mug = {
    description: 'Stoneware mug',
    hsCode: '691200',
    originCountry: 'DE',
    quantity: 2,
    unitValueMinor: 1250,
    unitWeightGrams: 380,
  };
  return CustomsValue.parse({ currency: 'EUR', invoiceNumber: 'INV-1', lines: [mug], ...more });
}
