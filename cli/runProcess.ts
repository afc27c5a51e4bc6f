import { loadDotEnv } from '../boot/config.ts';
import type { CliProcess } from './commandContext.ts';
import { COMMANDS } from './commands/index.ts';
import { runCli } from './runCli.ts';

const KILLED = 130;

/** Loaded when a command needs it: the drivers of the database and the queues take half a second. */
const openHub: CliProcess['openHub'] = async (options) => (await import('../boot/openHub.ts')).openHub(options);

/**
 * Runs one command line in this process and ends it with the command's exit code. The first SIGINT or SIGTERM asks the
 * command to stop, a second ends the process. A reader that closes the pipe (`| head`) also asks it to stop.
 */
export async function runProcess(argv: readonly string[]): Promise<never> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => (stop.signal.aborted ? process.exit(KILLED) : stop.abort()));
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
  const code = await runCli(argv, COMMANDS, { stdout, stderr, environment, signal, openHub });
  await Promise.all([flushed(stdout), flushed(stderr)]);
  process.exit(code);
}

/** Writes to a pipe are asynchronous; an exit before they are done would cut the result. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write('', () => resolve());
  });
}
