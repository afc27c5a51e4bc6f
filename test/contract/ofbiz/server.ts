import { afterEach } from 'vitest';
import { type Bench, noAbort, openBench } from '../../../connectors/kit/conformance/lab.ts';
import type { Checkpoint, Pull, Write } from '../../../connectors/kit/connector.ts';
import { ofbiz } from '../../../connectors/ofbiz/index.ts';
import {
  type OfbizSimulator,
  type OfbizSimulatorOptions,
  startOfbizSimulator,
} from '../../../connectors/ofbiz/simulator.ts';

type AnyWrite = Write<unknown, unknown, { readonly externalId: string; readonly number: string }>;
export const pushOrder = ofbiz.capabilities.pushOrder as unknown as AnyWrite;
export const cancelOrder = ofbiz.capabilities.cancelOrder as unknown as AnyWrite;
export const pushShipment = ofbiz.capabilities.pushShipment as unknown as AnyWrite;

let open: Bench[] = [];
afterEach(async () => {
  for (const bench of open) await bench.close();
  open = [];
});

export async function start(options: OfbizSimulatorOptions = {}, settings: object = {}) {
  const bench = await openBench({ connector: ofbiz, startSimulator: () => startOfbizSimulator(options), messages: {} });
  open.push(bench);
  const { store } = bench.simulator as OfbizSimulator;
  const client = bench.client({ settings: { ...bench.settings, ...settings } });
  const send = async (write: AnyWrite, document: unknown, reference: string) => {
    const raw = write.encode(document);
    if (!raw.ok) return raw;
    return write.send(client, raw.value, { reference, idempotencyKey: reference }, noAbort());
  };
  return { bench, store, client, send };
}

const BEGINNING: Checkpoint = { since: null, cursor: null };

export async function pulled<T>(pull: Pull<never> | undefined, client: unknown, from: Checkpoint = BEGINNING) {
  let at = from;
  const documents: T[] = [];
  const ignored: string[] = [];
  for (;;) {
    const page = await (pull as unknown as Pull<unknown>).fetch(client, at, noAbort());
    if (!page.ok) throw new Error(page.error.message);
    for (const item of page.value.items) {
      const decoded = ofbiz.topics[pull?.topic ?? '']?.decode(item);
      if (!decoded?.ok) throw new Error(JSON.stringify(decoded));
      if (decoded.value.kind === 'ignored') ignored.push(decoded.value.reason);
      else documents.push(...decoded.value.documents.map(({ document }) => document as T));
    }
    at = page.value.checkpoint;
    if (!page.value.more) return { documents, ignored, at };
  }
}
