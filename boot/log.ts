import { styleText } from 'node:util';
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { redact, redactText } from './redact.ts';

export type Log = Logger;

export type LogOptions = { readonly level: LogLevel; readonly stream: NodeJS.WriteStream };

/**
 * The log of a process: short lines where a person watches, one JSON object a line elsewhere. Everything logged goes
 * through `redact`, also what child loggers are bound to.
 */
export function openLog({ level, stream }: LogOptions): Log {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // `redact` has made plain objects of errors already.
      serializers: { err: (cleaned: unknown) => cleaned },
      hooks: {
        logMethod(args, method) {
          method.apply(this, cleanedArguments(args) as Parameters<typeof method>);
        },
      },
    },
    stream.isTTY ? { write: (line: string) => stream.write(shortLine(line, stream)) } : stream,
  );
  const { child } = log;
  // Pino formats the bindings of the first logger only. Children inherit this method.
  log.child = function redactedChild(this: Log, bindings: object, options?: object) {
    return child.call(this, redact(bindings) as object, options);
  } as Log['child'];
  return log;
}

/** An error given alone or first becomes `err`, with its message as the line's when there is no other. */
function cleanedArguments(args: readonly unknown[]): unknown[] {
  const [first, ...rest] = args;
  if (!(first instanceof Error)) return args.map((arg) => redact(arg));
  return [{ err: redact(first) }, ...(rest.length > 0 ? rest.map((arg) => redact(arg)) : [redactText(first.message)])];
}

const STYLES = { warn: 'yellow', error: 'red', fatal: 'red', debug: 'dim', trace: 'dim' } as const;
type Logged = { level: string; time: string; msg?: string; err?: { message?: string; stack?: string } };

/** `12:03:04 warn  message name=value`, with the stack of an error below. */
function shortLine(line: string, stream: NodeJS.WriteStream): string {
  const { level, time, msg, err, ...fields }: Logged = JSON.parse(line);
  const paint = (style: Parameters<typeof styleText>[0], text: string): string => styleText(style, text, { stream });
  const label = level.padEnd(5);
  const styled = level in STYLES ? paint(STYLES[level as keyof typeof STYLES], label) : label;
  const rest = Object.entries(fields).map(([name, value]) => paint('dim', `${name}=${shown(value)}`));
  const cause = err?.message && err.message !== msg ? `: ${err.message}` : '';
  const stack = err?.stack ? `\n${paint('dim', err.stack.split('\n').slice(1).join('\n'))}` : '';
  return `${[`${clock(time)} ${styled} ${msg ?? ''}${cause}`, ...rest].join(' ')}${stack}\n`;
}

const shown = (value: unknown): string =>
  typeof value === 'string' && !/[\s"=]/.test(value) ? value : JSON.stringify(value);

/** A person reads the wall clock of the place; the JSON form has UTC. */
const clock = (time: string): string => new Date(time).toTimeString().slice(0, 8);
