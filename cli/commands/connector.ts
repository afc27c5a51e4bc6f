import type { AnyConnector } from '../../connectors/kit/connector.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';

const list = defineCommand({
  noun: 'connector',
  verb: 'list',
  summary: 'List the kinds of systems that can be connected, and what each can do',
  async run({ out }) {
    const { CONNECTORS } = await import('../../connectors/registry.ts');
    const described = CONNECTORS.map(describe);
    out.result(described, (rows) =>
      out.table(rows, [
        { title: 'ID', value: ({ id }) => id },
        { title: 'TITLE', value: ({ title }) => title },
        { title: 'KIND', value: ({ kind }) => kind },
        { title: 'CAPABILITIES', value: ({ capabilities }) => capabilities.join(' ') },
        { title: 'SECRET SETTINGS', value: ({ secretSettings }) => secretSettings.join(' ') },
      ]),
    );
    return EXIT.done;
  },
});

function describe({ manifest, capabilities, webhook }: AnyConnector) {
  const { id, title, kind, secretSettings } = manifest;
  return {
    id,
    title,
    kind,
    capabilities: [...Object.keys(capabilities), ...(webhook ? ['webhook'] : [])],
    secretSettings,
  };
}

export const CONNECTOR_COMMANDS: readonly Command[] = [list];
