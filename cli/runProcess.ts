import { loadDotEnv } from '../boot/config.ts';
import { openLog } from '../boot/log.ts';
import { EXIT, type ExitCode } from './command.ts';
import type { CliProcess } from './commandContext.ts';
import { COMMANDS } from './commands/index.ts';
import { runCli } from './runCli.ts';

const KILLED = 130;
/** A Ctrl-C reaches every process of the terminal, and npm may hand it on: what follows so soon is the same one. */
const ECHO_MS = 700;

/** Loaded when a command needs it: the drivers of the database and the queues take half a second. */
const openHub: CliProcess['openHub'] = async (options) => (await import('../boot/openHub.ts')).openHub(options);

/**
 * Runs one command line in this process and ends it with the command's exit code. The first SIGINT or SIGTERM asks the
 * command to stop, a second ends the process. A reader that closes the pipe (`| head`) also asks it to stop.
 */
export async function runProcess(argv: readonly string[]): Promise<never> {
  const stop = new AbortController();
  let askedAt: number | undefined;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      askedAt ??= performance.now();
      if (performance.now() - askedAt > ECHO_MS) process.exit(KILLED);
      stop.abort();
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      stop.abort();
    });
  }
  loadDotEnv();
  const { stdout, stderr, env: environment } = process;
  const { signal } = stop;
  const code = await runCli(argv, COMMANDS, { stdout, stderr, environment, signal, openHub }).catch(logBug);
  await Promise.all([flushed(stdout), flushed(stderr)]);
  process.exit(code);
}

/** What nobody foresaw is told whole, cleaned as all that is logged. */
function logBug(error: unknown): ExitCode {
  openLog({ level: 'error', stream: process.stderr }).error({ err: error }, 'crossdock failed in a way nobody foresaw');
  return EXIT.failed;
}

/** Writes to a pipe are asynchronous; an exit before they are done would cut the result. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write('', () => resolve());
  });
}
