import { styleText } from 'node:util';
import { type Environment, readConfig } from '../boot/config.ts';
import { type Log, openLog } from '../boot/log.ts';
import type { OpenHub, OpenHubOptions } from '../boot/openHub.ts';
import type { Problem } from '../boot/problem.ts';
import type { Result } from '../core/shared/result.ts';
import { type Command, type CommandContext, EXIT } from './command.ts';
import { openOutput } from './output.ts';
import type { GlobalArgs } from './parseArguments.ts';

/** What of the process the shell uses; a test hands in its own. */
export type CliProcess = {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Environment;
  /** Aborts when the process is asked to end. */
  readonly signal: AbortSignal;
  /** Opens the database for a command that asks for it; handed in, so that the others start without its drivers. */
  readonly openHub: (options: OpenHubOptions) => Promise<Result<OpenHub, Problem>>;
};

export type OwnedContext = { readonly context: CommandContext; close(): Promise<void> };

/** Makes the context of one command; `close` gives back what the command has opened through it. */
export function commandContext(global: GlobalArgs, commands: readonly Command[], io: CliProcess): OwnedContext {
  const { stderr, environment, signal } = io;
  const opened: OpenHub[] = [];
  const config: CommandContext['config'] = (overrides) =>
    readConfig(environment, { ...overrides, dataDir: global.data });
  const log = quietLog(io);
  const context: CommandContext = {
    out: openOutput({ ...io, isJson: global.json }),
    signal,
    environment,
    commands,
    log,
    openLog: (level) => openLog({ level, stream: stderr }),
    config,
    fail(problem, exit = EXIT.failed) {
      const problems = 'code' in problem ? [problem] : problem;
      for (const one of problems) {
        stderr.write(`${global.json ? JSON.stringify({ error: one }) : problemText(one, stderr)}\n`);
      }
      return exit;
    },
    async openHub({ schema = 'require' } = {}) {
      const checked = config();
      if (!checked.ok) return checked;
      const hub = await io.openHub({ config: checked.value, log, schema, signal });
      if (!hub.ok) return hub;
      opened.push(hub.value);
      const { origin, path } = hub.value.secret;
      if (origin === 'created') log.warn(`made a secret key in ${path}; keep a copy: a backup without it is useless`);
      return hub;
    },
  };
  return {
    context,
    async close() {
      for (const hub of opened.toReversed()) await hub.close();
    },
  };
}

function quietLog({ environment, stderr }: CliProcess): Log {
  const config = readConfig(environment);
  return openLog({ level: (config.ok && config.value.logLevel) || 'warn', stream: stderr });
}

const problemText = ({ message, next }: Problem, stream: NodeJS.WriteStream): string =>
  `${styleText('red', 'crossdock:', { stream })} ${message}\n  ${next}`;
