import type { Config, ConfigOverrides, Environment, LogLevel } from '../boot/config.ts';
import type { Log } from '../boot/log.ts';
import type { OpenHub } from '../boot/openHub.ts';
import type { Problem } from '../boot/problem.ts';
import type { SchemaRule } from '../boot/schema.ts';
import type { Result } from '../core/shared/result.ts';
import type { Output } from './output.ts';

/** What a command says to the shell: done, failed, called wrongly, refused by the domain, done but somebody must look. */
export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3, attention: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

type Described = {
  /** One line, no full stop. */
  readonly help: string;
  /** One letter, used as `-x`. */
  readonly short?: string;
  /** How the value is called in help: `FILE`, `DAYS`. */
  readonly placeholder?: string;
};
type Demand<T> = { readonly default?: T; readonly isRequired?: true };

export type StringOption = Described &
  Demand<string> & { readonly type: 'string'; readonly choices?: readonly string[] };
export type NumberOption = Described &
  Demand<number> & { readonly type: 'number'; readonly isInteger?: true; readonly min?: number; readonly max?: number };
/** `--name` sets it; with a default of true, `--no-name` clears it. */
export type BooleanOption = Described & { readonly type: 'boolean'; readonly default?: boolean };
/** May be given several times; absent means an empty list. */
export type ListOption = Described & { readonly type: 'list' };

export type Option = StringOption | NumberOption | BooleanOption | ListOption;
/** Keys are camelCase; on the command line they are kebab-case (`serviceLevel` is `--service-level`). */
export type Options = { readonly [name: string]: Option };

/** Required unless said otherwise. Only the last may be repeated; it then takes all that follows. */
export type Positional = {
  readonly help: string;
  readonly isOptional?: true;
  readonly isRepeated?: true;
  readonly choices?: readonly string[];
};
/** In the order in which they are given. */
export type Positionals = { readonly [name: string]: Positional };

export type ArgValue = string | number | boolean | readonly string[] | undefined;

type Given<O, T> = O extends { readonly default: T } | { readonly isRequired: true } ? T : T | undefined;
type Text<O> = O extends { readonly choices: readonly (infer Choice extends string)[] } ? Choice : string;
type OptionValue<O> = O extends { readonly type: 'boolean' }
  ? boolean
  : O extends { readonly type: 'list' }
    ? readonly string[]
    : O extends { readonly type: 'number' }
      ? Given<O, number>
      : O extends { readonly default: string } | { readonly isRequired: true }
        ? Text<O>
        : Text<O> | undefined;
type PositionalValue<P> = P extends { readonly isRepeated: true }
  ? readonly string[]
  : P extends { readonly isOptional: true }
    ? Text<P> | undefined
    : Text<P>;

/** The checked arguments of a command: its options and its positionals under their own names. */
export type ArgsOf<O extends Options, P extends Positionals> = {
  readonly [Name in keyof O]: OptionValue<O[Name]>;
} & { readonly [Name in keyof P]: PositionalValue<P[Name]> };

/** What a command is handed. It reads no environment and writes to no stream of its own. */
export type CommandContext = {
  readonly out: Output;
  /** Aborts on the first Ctrl-C or SIGTERM; the second one ends the process at once. */
  readonly signal: AbortSignal;
  /** The variables of the process and of `.env`. For what they configure, ask `config`. */
  readonly environment: Environment;
  /** All commands, for those that speak about them. */
  readonly commands: readonly Command[];
  /** The log on stderr: warnings and worse, unless LOG_LEVEL says otherwise. */
  readonly log: Log;
  /** A log on stderr that says more, for a command that keeps running. */
  openLog(level: LogLevel): Log;
  /** Says on stderr what is wrong and what to do next, and answers the exit code to return. */
  fail(problem: Problem | readonly Problem[], exit?: ExitCode): ExitCode;
  /** The configuration of this process, with `--data` over the environment; the problems are all that it has. */
  config(overrides?: Pick<ConfigOverrides, 'port'>): Result<Config, readonly Problem[]>;
  /**
   * The hub of the data directory: its running PostgreSQL, the one of DATABASE_URL, or the private one, started for the
   * command. The shell closes it when the command has returned.
   */
  openHub(options?: { readonly schema?: SchemaRule }): Promise<Result<OpenHub, Problem | readonly Problem[]>>;
};

type Shared<O extends Options, P extends Positionals> = {
  readonly noun: string;
  /** Absent when the noun says all: `crossdock doctor`. */
  readonly verb?: string;
  /** One line, imperative, no full stop. */
  readonly summary: string;
  readonly options: O;
  readonly positionals: P;
  /** Whole command lines that work as written. */
  readonly examples: readonly string[];
};

/** A command as data. `--help`, `--json` and `--data` are every command's and are not declared again. */
export type Command = Shared<Options, Positionals> & {
  readonly run: (context: CommandContext, args: { readonly [name: string]: ArgValue }) => Promise<ExitCode>;
};

type CommandSpec<O extends Options, P extends Positionals> = Omit<
  Shared<O, P>,
  'options' | 'positionals' | 'examples'
> & {
  readonly options?: O;
  readonly positionals?: P;
  readonly examples?: readonly string[];
  readonly run: (context: CommandContext, args: ArgsOf<O, P>) => Promise<ExitCode> | ExitCode;
};

/**
 * Declares a command; `run` sees its arguments typed by the declaration. `parseArguments` has checked them by then:
 * types, bounds, choices and what is required.
 */
export function defineCommand<
  const O extends Options = Record<never, Option>,
  const P extends Positionals = Record<never, Positional>,
>(spec: CommandSpec<O, P>): Command {
  return {
    ...spec,
    options: spec.options ?? {},
    positionals: spec.positionals ?? {},
    examples: spec.examples ?? [],
    run: async (context, args) => spec.run(context, args as ArgsOf<O, P>),
  };
}

/** The words that call a command: `order import`, `doctor`. */
export const nameOf = ({ noun, verb }: Pick<Command, 'noun' | 'verb'>): string => (verb ? `${noun} ${verb}` : noun);

/** `serviceLevel` to `service-level`. */
export const flagOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
