import { CONFIG_NAMES, type Environment, readConfig } from '../config.ts';
import { type Check, failure, fine, warning } from './check.ts';

const NAME = 'configuration';

/** The environment and `.env`: every wrong value, and variables of the hub's prefix that mean nothing to it. */
export function checkConfiguration(environment: Environment): Check {
  return {
    name: NAME,
    run: async () => {
      const config = readConfig(environment);
      if (!config.ok) return config.error.map(({ message, next }) => failure(NAME, message, next));
      const unknown = Object.keys(environment).filter(
        (name) => name.startsWith('CROSSDOCK_') && !CONFIG_NAMES.includes(name),
      );
      if (unknown.length > 0) {
        const known = CONFIG_NAMES.filter((name) => name.startsWith('CROSSDOCK_')).join(', ');
        return unknown.map((name) => warning(NAME, `${name} means nothing to the hub`, `It knows ${known}.`));
      }
      const set = CONFIG_NAMES.filter((name) => environment[name]);
      return [fine(NAME, set.length > 0 ? `set: ${set.join(', ')}` : 'all defaults')];
    },
  };
}
