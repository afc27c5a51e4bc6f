import type { Check, Finding } from '../../boot/checks/check.ts';
import type { Config } from '../../boot/config.ts';
import { type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';

export const doctor = defineCommand({
  noun: 'doctor',
  summary: 'Check configuration, data directory, database, queues and connections',
  examples: ['crossdock doctor', 'crossdock doctor --json'],
  async run(context) {
    const [{ runChecks }, { checkConfiguration }] = await Promise.all([
      import('../../boot/checks/check.ts'),
      import('../../boot/checks/configuration.ts'),
    ]);
    const config = context.config();
    const findings = [
      ...(await runChecks([checkConfiguration(context.environment)])),
      ...(config.ok ? await runChecks(await checksOf(context, config.value)) : []),
    ];
    context.out.result({ findings }, () => show(context, findings));
    return verdict(findings);
  },
});

async function checksOf(context: CommandContext, config: Config): Promise<readonly Check[]> {
  const [{ machineChecks }, { redisCheck }] = await Promise.all([
    import('../../boot/checks/machine.ts'),
    import('../../boot/checks/servers.ts'),
  ]);
  return [
    ...machineChecks(config),
    ...(config.redisUrl ? [redisCheck(config.redisUrl)] : []),
    { name: 'database', run: () => hubFindings(context, config) },
  ];
}

/** The database and what lives in it. The private one is started for it, unless the hub was never started here. */
async function hubFindings(context: CommandContext, config: Config): Promise<readonly Finding[]> {
  const [{ databaseCheck }, { failure, runChecks, warning }, { hubChecks }, { existsSync }] = await Promise.all([
    import('../../boot/checks/servers.ts'),
    import('../../boot/checks/check.ts'),
    import('../../compose.ts'),
    import('node:fs'),
  ]);
  if (config.databaseUrl === undefined && !existsSync(config.dataDir)) {
    return [warning('database', 'there is none yet', 'Run crossdock start, which makes it.')];
  }
  const hub = await context.openHub({ schema: 'leave' });
  if (!hub.ok) {
    const problems = 'code' in hub.error ? [hub.error] : hub.error;
    return problems.map(({ message, next }) => failure('database', message, next));
  }
  const { database } = hub.value;
  return runChecks([databaseCheck(database), ...hubChecks(hub.value)]);
}

const STYLES = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

function show({ out }: CommandContext, findings: readonly Finding[]): string {
  const table = out.table(findings, [
    { title: 'CHECK', value: ({ name }) => name },
    { title: 'STATE', value: ({ state }) => out.paint(STYLES[state], state) },
    {
      title: 'DETAIL',
      value: (finding) => (finding.state === 'ok' ? finding.detail : `${finding.detail}\n→ ${finding.next}`),
    },
  ]);
  const counts = (['ok', 'warn', 'fail'] as const).map(
    (state) => `${findings.filter((finding) => finding.state === state).length} ${state}`,
  );
  return `${table}\n\n${counts.join(', ')}`;
}

function verdict(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ state }) => state === 'fail')) return EXIT.failed;
  return findings.some(({ state }) => state === 'warn') ? EXIT.attention : EXIT.done;
}
