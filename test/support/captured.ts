import { PassThrough } from 'node:stream';
import type { Command } from '../../cli/command.ts';
import type { CliProcess } from '../../cli/commandContext.ts';
import { runCli } from '../../cli/runCli.ts';
import { err } from '../../core/shared/result.ts';

export type Captured = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs one command line in this process with streams that are not a terminal, and answers what it wrote. */
export async function captured(
  argv: readonly string[],
  commands: readonly Command[],
  more: Partial<CliProcess> = {},
): Promise<Captured> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await runCli(argv, commands, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
    environment: {},
    openHub: async () => err({ code: 'no-hub', message: 'This shell has no hub.', next: 'Run it in a process.' }),
    signal: new AbortController().signal,
    ...more,
  });
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}
