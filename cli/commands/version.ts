import { readFileSync } from 'node:fs';
import { defineCommand, EXIT } from '../command.ts';

export const version = defineCommand({
  noun: 'version',
  summary: 'Print the versions of Crossdock and of the Node that runs it',
  examples: ['crossdock version --json'],
  run({ out }) {
    const manifest: { version: string } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    out.result(
      { crossdock: manifest.version, node: process.versions.node },
      ({ crossdock, node }) => `crossdock ${crossdock} on Node ${node}`,
    );
    return EXIT.done;
  },
});
