import type { Instant } from '../../core/shared/ids.ts';
import { epochMs } from '../../core/shared/instant.ts';
import type { RawRequest } from './connector.ts';
import { signStandard } from './webhook.ts';

/** What a connector is tried with: simulators and the checks of certification. */
export { certify } from './conformance/certify.ts';
export { type CheckResult, type ConformanceSubject, certifySubject } from './conformance/index.ts';
export { sampleDocument } from './conformance/sampleDocuments.ts';
export { extremeOrders } from './conformance/sampleOrder.ts';
export { type Fixture, readFixtures } from './fixture.ts';
export { serveSimulator } from './serveSimulator.ts';
export type { Simulator, SimulatorOptions } from './simulator.ts';
export { type ApiDescription, rowsLike, simulatorOf } from './simulatorOf.ts';

/** A webhook as the hub receives it, signed with Standard Webhooks. */
export function receivedStandard(
  secret: string,
  message: { readonly id: string; readonly at: Instant; readonly receivedAt: Instant; readonly body: unknown },
): RawRequest {
  const { id, at, receivedAt } = message;
  const body = new TextEncoder().encode(JSON.stringify(message.body));
  const timestamp = Math.floor(epochMs(at) / 1000);
  const headers = new Map([
    ['webhook-id', id],
    ['webhook-timestamp', String(timestamp)],
    ['webhook-signature', signStandard(secret, id, timestamp, body)],
  ]);
  return { headers, body, receivedAt };
}
