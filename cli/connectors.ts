import type { CommandContext } from './command.ts';

/** The registry of connectors, with those from outside that the configuration names. What cannot be used is in the log. */
export async function connectorsOf({ config, log }: CommandContext) {
  const registry = await import('../connectors/registry.ts');
  const read = config();
  const names = read.ok ? read.value.connectors : [];
  for (const problem of registry.startOutside(names, process.cwd())) log.warn(problem);
  return registry;
}
