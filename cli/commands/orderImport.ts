import { existsSync } from 'node:fs';
import type { ImportReport } from '../../pipelines/import/importOrders.ts';
import { type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';

export const orderImport = defineCommand({
  noun: 'order',
  verb: 'import',
  summary: 'Bring a file of orders into the hub; again changes nothing',
  options: {
    mapping: {
      type: 'string',
      isRequired: true,
      placeholder: 'ID',
      help: 'how the file is read: uci-online-retail, …',
    },
  },
  positionals: { file: { help: 'CSV, JSON Lines or XML, gzip or not' } },
  examples: ['crossdock order import orders.csv --mapping order-lines-csv'],
  async run(context, { file, mapping }) {
    if (!existsSync(file)) {
      return context.fail({ code: 'no-such-file', message: `There is no file ${file}.`, next: 'Check the path.' });
    }
    const { mappingById } = await import('../../connectors/file/index.ts');
    const found = mappingById(mapping);
    if (!found.ok) return context.fail({ ...found.error, next: 'Name one of them with --mapping.' });
    const hub = await context.openHub();
    if (!hub.ok) return context.fail(hub.error);
    const { openParts } = await import('../../compose/parts.ts');
    const { runOrderImport } = await import('../../compose/orderImport.ts');
    const onError = (error: unknown): void => context.log.error({ err: error }, 'an order could not be applied');
    const parts = await openParts({
      databaseUrl: hub.value.database.url,
      redisUrl: hub.value.config.redisUrl,
      secretKeys: hub.value.secret.keys,
      trackEveryMs: 60_000,
      onError,
    });
    const begun = performance.now();
    const bar = context.out.progress(0, 'lines');
    try {
      const { signal } = context;
      const onProgress = (lines: number): void => bar.to(lines);
      const report = await runOrderImport(parts, { path: file, mapping: found.value, signal, onProgress, onError });
      return show(context, report, (performance.now() - begun) / 1000);
    } finally {
      bar.end();
      await parts.close();
    }
  },
});

function show(context: CommandContext, report: ImportReport, took: number): ExitCode {
  const seconds = Math.round(took * 10) / 10;
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  context.out.result({ ...report, seconds, peakRssMb }, () =>
    [
      `${report.read} lines read: ${report.applied} applied, ${sum(report.ignored)} ignored, ${sum(report.parked)} parked.`,
      `${report.orders} orders and ${report.returns} returns in ${seconds} s; ${report.known} were known already.`,
      ...Object.entries({ ...report.ignored, ...report.parked }).map(([reason, lines]) => `  ${reason}: ${lines}`),
    ].join('\n'),
  );
  return sum(report.parked) > 0 ? EXIT.attention : EXIT.done;
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, n) => all + n, 0);
