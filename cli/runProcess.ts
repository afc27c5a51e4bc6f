import { COMMANDS } from './commands/index.ts';
import { runCli } from './runCli.ts';

const KILLED = 130;

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
  const { stdout, stderr } = process;
  const code = await runCli(argv, COMMANDS, { stdout, stderr, signal: stop.signal });
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
