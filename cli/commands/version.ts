import { VERSION } from '../../boot/version.ts';
import { defineCommand, EXIT } from '../command.ts';

export const version = defineCommand({
  noun: 'version',
  summary: 'Print the versions of Crossdock and of the Node that runs it',
  examples: ['crossdock version --json'],
  run({ out }) {
    const versions = { crossdock: VERSION, node: process.versions.node };
    out.result(versions, ({ crossdock, node }) => `crossdock ${crossdock} on Node ${node}`);
    return EXIT.done;
  },
});
