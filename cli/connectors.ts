import type { Problem } from '../boot/problem.ts';
import type { CommandContext } from './command.ts';

/** The registry of connectors, with those from outside that the configuration names. What cannot be used is in the log. */
export async function connectorsOf({ config, log }: CommandContext) {
  const registry = await import('../connectors/registry.ts');
  const read = config();
  const names = read.ok ? read.value.connectors : [];
  for (const problem of registry.startOutside(names, process.cwd())) log.warn(problem);
  return registry;
}

/** That there is no such connector, with those of its vendor where there are several. */
export async function unknownConnector(id: string): Promise<Problem> {
  const { noConnector } = await import('../connectors/registry.ts');
  return { code: 'unknown-connector', message: `There is ${noConnector(id)}.`, next: 'See crossdock connector list.' };
}
