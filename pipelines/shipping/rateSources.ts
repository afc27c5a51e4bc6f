import type { RateSource } from '../../core/usecases/shopRates.ts';
import type { Connections, LiveConnection } from '../connections.ts';

export type RateContext = {
  readonly connections: Connections;
  readonly clientFor: (connection: LiveConnection) => unknown;
};

/** Every carrier that can name prices, by the names of the connections; those that rest say so. */
export function rateSources({ connections, clientFor }: RateContext): readonly RateSource[] {
  return connections.all().flatMap((connection) => {
    const ask = connection.connector.capabilities.quoteRates;
    if (!ask) return [];
    return [
      {
        connection: connection.name,
        off: connection.state === 'active' ? null : OFF[connection.state],
        ask: (query, signal) => ask.ask(clientFor(connection), query, signal),
      },
    ];
  });
}

const OFF = {
  paused: 'its connection is paused: crossdock connection resume',
  'needs-auth': 'its credentials were refused: connect it again',
} as const;
