import type { AnyConnector } from '../../../connectors/kit/connector.ts';
import { createIo, type Exchange } from '../../../connectors/kit/http.ts';
import type { Simulator } from '../../../connectors/kit/simulator.ts';
import type { Instant } from '../../../core/shared/ids.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok } from '../../../core/shared/result.ts';
import type { ConformanceSubject } from './subject.ts';

/** A connector on its simulator, with all that it said to the outside kept for inspection. */
export type Bench = {
  readonly simulator: Simulator;
  /** A client of its own: no token, no open circuit, from earlier tests. */
  client(options?: { readonly timeoutMs?: number; readonly settings?: Readonly<Record<string, unknown>> }): unknown;
  /** What the simulator holds. */
  state(): Promise<unknown>;
  /** Texts that left the connector: traces and messages of faults. Secrets must not be in them. */
  readonly said: string[];
  close(): Promise<void>;
};

export const realNow = (): Instant => instantOf(Date.now());

/** The settings as the connector's schema completes them. Throws when it refuses them. */
export function settingsOf(connector: AnyConnector, entered: unknown): unknown {
  return connector.settings.parse(entered);
}

export async function openBench({ connector, startSimulator }: ConformanceSubject): Promise<Bench> {
  if (!startSimulator) throw new Error(`${connector.manifest.id} has no simulator`);
  const simulator = await startSimulator();
  const said: string[] = [];
  return {
    simulator,
    said,
    client({ timeoutMs, settings: entered } = {}) {
      const manifest = { ...connector.manifest, timeoutMs: timeoutMs ?? connector.manifest.timeoutMs };
      const settings = settingsOf(connector, entered ?? simulator.settings);
      const trace = (exchange: Exchange) => void said.push(JSON.stringify(exchange));
      const acquire = async () => ok(undefined);
      return connector.client(
        settings,
        createIo({ connector: { ...connector, manifest }, settings, acquire, now: realNow, trace }),
      );
    },
    async state() {
      return (await fetch(`${simulator.url}/_sim/state`)).json();
    },
    close: () => simulator.close(),
  };
}

export const noAbort = (): AbortSignal => new AbortController().signal;
