import { withoutPassword } from '../../boot/redact.ts';
import { ROLES, type Role } from '../../boot/role.ts';
import type { HubReport } from '../../boot/runHub.ts';
import { defineCommand, EXIT } from '../command.ts';
import type { Output } from '../output.ts';

export const start = defineCommand({
  noun: 'start',
  summary: 'Run the hub until Ctrl-C',
  options: {
    role: { type: 'string', choices: ROLES, default: 'all', help: 'the work of this process' },
    port: { type: 'number', isInteger: true, min: 0, max: 65_535, help: 'port of the console and the API, 0 for any' },
    demo: { type: 'boolean', help: 'with a running demonstration on simulated systems' },
    empty: { type: 'boolean', help: 'without it, also where npm start would show it' },
  },
  examples: [
    'crossdock start',
    'crossdock start --role worker',
    'crossdock start --data /var/lib/crossdock --port 9000',
  ],
  async run(context, { role, port, demo, empty }) {
    const [{ runHub }, { startServices }] = await Promise.all([
      import('../../boot/runHub.ts'),
      import('../../compose.ts'),
    ]);
    const config = context.config({ port });
    if (!config.ok) return context.fail(config.error);
    const log = context.openLog(config.value.logLevel ?? 'info');
    const ended = await runHub({
      config: config.value,
      log,
      role,
      isDemo: demo && !empty && role === 'all',
      signal: context.signal,
      startServices,
      onReady: (report) => showReport(context.out, report, role),
      onStopping: () => context.out.note('\nStopping; Ctrl-C again ends at once.'),
    });
    if (!ended.ok) return context.fail(ended.error);
    if (ended.value.length > 0) return EXIT.attention;
    context.out.note('Stopped.');
    return EXIT.done;
  },
});

/** What was done, where to look and how to stop; with --json one line for whoever started this process. */
function showReport(out: Output, { foundation, services, ms }: HubReport, role: Role): void {
  const { config, database, migrated, redis, secret } = foundation;
  const kind = database.isPrivate ? 'of its own' : withoutPassword(database.url);
  const schema = migrated.length > 0 ? `, schema brought up to date (${migrated.join(', ')})` : '';
  const lines: readonly (readonly [string, string])[] = [
    ['role', role],
    ['data', config.dataDir],
    ['database', `PostgreSQL ${database.probe.version.split(' ')[0]} ${kind}${schema}`],
    ['queues', redis ? `Redis ${redis.version} ${withoutPassword(config.redisUrl ?? '')}` : 'in the database'],
    ...(secret.origin === 'created' ? [['secret key', `made now in ${secret.path}`] as const] : []),
    ...(services.url ? [['look at', out.paint('bold', lookAt(services))] as const] : []),
    ...(services.firstKey
      ? [['key', `${services.firstKey} (of the first administrator, shown this once)`] as const]
      : []),
    ['stop', 'Ctrl-C'],
  ];
  const value = {
    role,
    url: services.url ?? null,
    firstKey: services.firstKey ?? null,
    pid: process.pid,
    dataDir: config.dataDir,
    migrated,
    ms,
  };
  out.result(value, () =>
    [
      `Crossdock runs, started in ${(ms / 1000).toFixed(1)} s.`,
      ...lines.map(([name, text]) => `  ${name.padEnd(10)}  ${text}`),
      ...(secret.origin === 'created' ? [KEY_REMARK] : []),
      ...(secret.isExposed ? [`Others may read ${secret.path}: run chmod 600 on it.`] : []),
      ...(redis && redis.evictionPolicy !== 'noeviction' ? [EVICTION_REMARK] : []),
      ...services.remarks,
    ].join('\n'),
  );
}

/** The first page takes the key from the address and drops it there; it never reaches the server's log. */
const lookAt = ({ url, firstKey }: HubReport['services']): string => (firstKey ? `${url}/#key=${firstKey}` : `${url}`);

const KEY_REMARK =
  'The secret key seals the credentials of your systems. Keep a copy of it apart: a backup without it is useless.';
const EVICTION_REMARK =
  'This Redis may delete queued jobs when its memory is full: set its maxmemory-policy to noeviction.';
