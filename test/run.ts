import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/**
 * Runs every level of the tests, cheapest first; those that use queues once for each backend. Redis takes part where a
 * redis-server is on the PATH. Ends with "N passed, N failed" over everything.
 */
type Level = { readonly project: string; readonly queue?: 'postgres' | 'redis' };
type Outcome = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** What is read of vitest's JSON report: its totals, and by file what failed and why. */
type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
};

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const QUEUES = hasRedis ? (['postgres', 'redis'] as const) : (['postgres'] as const);
const LEVELS: readonly Level[] = [
  { project: 'unit' },
  { project: 'contract' },
  ...(['integration', 'scenario'] as const).flatMap((project) => QUEUES.map((queue) => ({ project, queue }))),
];

/** Stories without a queue in them: the private PostgreSQL, starting, decisions on orders, the README's commands. */
const WITHOUT_QUEUE = ['columns', 'privatePostgres', 'privatePostgresFolders', 'releasedStates', 'start']
  .concat('startingDatabase', 'stores', 'readme', 'orders', 'orderEdits', 'orderChecks', 'orderSearch', 'interleaving')
  .concat(
    'flashSale',
    'marketplaceSeller',
    'retailer',
    'wholesale',
    'randomCommands',
    'tutorial',
    'typedStock',
    'typedOrders',
  )
  .flatMap((name) => ['--exclude', `**/${name}.test.ts`]);

const folder = mkdtempSync(join(tmpdir(), 'crossdock-run-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
if (hasRedis) console.log('Tests without a queue in them run once, the others on PostgreSQL and again on Redis.');
else console.log('No redis-server on the PATH: the queues are tested on PostgreSQL only.');
for (const level of LEVELS) {
  const name = level.queue ? `${level.project} (queues on ${level.queue})` : level.project;
  const begun = performance.now();
  const outcome = await run(level, name, join(folder, `${level.project}-${level.queue ?? 'none'}.json`));
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped in ${seconds} s\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
for (const failure of failures) console.log(`${failure}\n`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** A level that crashes, or that fails outside its tests, counts as one failure more. */
async function run({ project, queue }: Level, name: string, report: string): Promise<Outcome> {
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(queue === 'redis' ? WITHOUT_QUEUE : []),
  ];
  const child = spawn('npx', args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CROSSDOCK_TEST_QUEUE: queue ?? 'postgres' },
  });
  const code = await new Promise<number>((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const failed = result.numFailedTests;
    const found = failuresOf(result, name);
    failures.push(...found);
    if (found.length === 0 && code !== 0) failures.push(`FAILED outside a test: ${name}, exit code ${code}`);
    const skipped = result.numPendingTests + result.numTodoTests;
    return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
  } catch {
    failures.push(`FAILED without a report: ${name}, exit code ${code}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Each failed test of a report with its reason, so that the end of a long log says what to look at. */
function failuresOf(report: Report, level: string): string[] {
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`FAILED ${file} (${level})\n${excerpt(message)}`];
    return failed.map(
      (test) => `FAILED ${file} (${level}): ${test.fullName}\n${excerpt(test.failureMessages?.[0] ?? '')}`,
    );
  });
}

function excerpt(message: string): string {
  return message
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');
}
