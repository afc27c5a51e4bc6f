import { userInfo } from 'node:os';
import type { ApiContext } from '../api/context.ts';
import type { Parts } from '../compose/parts.ts';
import type { CommandContext, ExitCode } from './command.ts';

/** What the API can do, for a command: the same operations on the same database, without HTTP. */
export type Operations = ApiContext & {
  readonly parts: Parts;
  /** Who does it, for the audit log. */
  readonly actor: string;
  /** The hub's address as others reach it. */
  readonly publicUrl: string;
};

/** Opens the hub for a command and closes it after. Work that the command leaves is found by the workers' sweep. */
export async function withOperations(
  context: CommandContext,
  run: (operations: Operations) => Promise<ExitCode>,
): Promise<ExitCode> {
  const hub = await context.openHub();
  if (!hub.ok) return context.fail(hub.error);
  const [{ openParts }, { apiContext }, { VERSION }, { publicUrlOf }] = await Promise.all([
    import('../compose/parts.ts'),
    import('../compose/api.ts'),
    import('../boot/version.ts'),
    import('../boot/publicUrl.ts'),
  ]);
  const { config, database, secret, log } = hub.value;
  const onError = (error: unknown): void => log.warn({ err: error }, 'while the command ran');
  const parts = await openParts({
    databaseUrl: database.url,
    redisUrl: config.redisUrl,
    secretKeys: secret.keys,
    trackEveryMs: 0,
    connectors: config.connectors,
    onError,
  });
  try {
    return await run({
      ...apiContext(parts, { version: VERSION, publicUrl: () => publicUrlOf(config), onError }),
      parts,
      actor: `cli/${userInfo().username}`,
      publicUrl: publicUrlOf(config),
    });
  } finally {
    await parts.close();
  }
}
