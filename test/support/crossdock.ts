import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '..', '..', 'cli', 'crossdock.ts');

export type CrossdockOptions = { readonly environment?: Readonly<Record<string, string>>; readonly cwd?: string };
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** A process of the command line, under way. */
export type RunningCrossdock = {
  readonly process: ChildProcess;
  /** The first line on stdout; fails when the process ends before. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
};

/** Runs a command in a process of its own, with no configuration but what is given. */
export function runCrossdock(
  args: readonly string[],
  { environment = {}, cwd }: CrossdockOptions = {},
): RunningCrossdock {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd && { cwd }),
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
  });
  let [stdout, stderr] = ['', ''];
  const line = Promise.withResolvers<string>();
  line.promise.catch(() => undefined);
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    if (stdout.includes('\n')) line.resolve(stdout.slice(0, stdout.indexOf('\n')));
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => {
    line.reject(new Error(`crossdock ${args.join(' ')} ended with ${code}: ${stderr}`));
    return { code: code as number | null, stdout, stderr };
  });
  return { process: child, firstLine: line.promise, ended };
}

/** Runs a command to its end. */
export const crossdock = (args: readonly string[], options?: CrossdockOptions): Promise<Ended> =>
  runCrossdock(args, options).ended;
