import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../core/shared/result.ts';
import {
  type ArgValue,
  type BooleanOption,
  type Command,
  flagOf,
  type NumberOption,
  type Option,
  type Options,
  type Positional,
} from './command.ts';
import { nearest } from './nearest.ts';

/** What every command understands beside its own options. */
export const GLOBAL_OPTIONS = {
  json: { type: 'boolean', help: 'print the result as JSON' },
  data: { type: 'string', placeholder: 'DIR', help: 'data directory (default: CROSSDOCK_DATA, or .crossdock)' },
  help: { type: 'boolean', short: 'h', help: 'show this help' },
} as const satisfies Options;

export type GlobalArgs = { readonly json: boolean; readonly data: string | undefined; readonly help: boolean };
export type ParsedArguments = { readonly global: GlobalArgs; readonly args: { readonly [name: string]: ArgValue } };

type Values = Map<string, ArgValue>;
/** One line that says what is wrong with the command line. */
type UsageError = string;
type Token = Extract<
  NonNullable<ReturnType<typeof parseArgs<{ tokens: true; strict: false }>>['tokens']>[number],
  { kind: 'option' }
>;

/** Checks the words after a command's name against its declaration. With `--help` nothing else is required. */
export function parseArguments(command: Command, argv: readonly string[]): Result<ParsedArguments, UsageError> {
  const options: Options = { ...command.options, ...GLOBAL_OPTIONS };
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: nodeOptions(options),
    strict: false,
    allowNegative: true,
    tokens: true,
  });
  const values: Values = new Map();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const read = readOption(options, token, values);
    if (!read.ok) return read;
  }
  const global = takeGlobals(values);
  if (global.help) return ok({ global, args: {} });
  const missing = completeOptions(command.options, values);
  if (missing) return err(missing);
  const placed = placePositionals(command, positionals, values);
  return placed.ok ? ok({ global, args: Object.fromEntries(values) }) : placed;
}

function nodeOptions(options: Options) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [
      flagOf(name),
      {
        type: type === 'boolean' ? ('boolean' as const) : ('string' as const),
        multiple: true,
        ...(short && { short }),
      },
    ]),
  );
}

function readOption(options: Options, token: Token, values: Values): Result<void, UsageError> {
  const byFlag = new Map(Object.entries(options).map(([name, option]) => [flagOf(name), { name, option }]));
  const isNegated = token.rawName === `--no-${token.name}`;
  const found = byFlag.get(token.name);
  if (!found) return err(unknownOption(token.rawName, byFlag.keys()));
  const { name, option } = found;
  if (option.type === 'boolean') return readBoolean(name, option, token, isNegated, values);
  if (isNegated) return err(`unknown option ${token.rawName}`);
  if (token.value === undefined || looksLikeOption(option, token)) return err(`${token.rawName} needs a value`);
  if (option.type === 'list') return ok(void values.set(name, [...listAt(values, name), token.value]));
  if (values.has(name)) return err(`${token.rawName} is given twice`);
  const value = option.type === 'number' ? numberFrom(token, option) : choiceFrom(token.rawName, token.value, option);
  return value.ok ? ok(void values.set(name, value.value)) : value;
}

function readBoolean(
  name: string,
  option: BooleanOption,
  token: Token,
  isNegated: boolean,
  values: Values,
): Result<void, UsageError> {
  if (isNegated && option.default !== true) return err(`unknown option ${token.rawName}`);
  if (token.value !== undefined && token.inlineValue) return err(`${token.rawName} takes no value`);
  return ok(void values.set(name, !isNegated));
}

/** `--file --json` forgot the file; `--offset -5` did not forget the number. A value may start with a dash after `=`. */
function looksLikeOption(option: Option, token: Token): boolean {
  const { value } = token;
  if (token.inlineValue || value === undefined || value === '-' || !value.startsWith('-')) return false;
  return option.type !== 'number' || Number.isNaN(Number(value));
}

function unknownOption(rawName: string, flags: Iterable<string>): UsageError {
  const close = nearest(rawName.replace(/^-+/, ''), flags);
  return `unknown option ${rawName}${close ? `, did you mean --${close}?` : ''}`;
}

function listAt(values: Values, name: string): readonly string[] {
  const list = values.get(name);
  return Array.isArray(list) ? list : [];
}

function numberFrom({ rawName, value }: Token, { isInteger, min, max }: NumberOption): Result<number, UsageError> {
  const number = value?.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return err(`${rawName} needs a number, not "${value}"`);
  if (isInteger && !Number.isSafeInteger(number)) return err(`${rawName} needs a whole number, not ${value}`);
  if (min !== undefined && number < min) return err(`${rawName} is at least ${min}, not ${value}`);
  if (max !== undefined && number > max) return err(`${rawName} is at most ${max}, not ${value}`);
  return ok(number);
}

function choiceFrom(what: string, value: string, { choices }: { choices?: readonly string[] }) {
  if (!choices || choices.includes(value)) return ok(value);
  const close = nearest(value, choices);
  const hint = close ? `did you mean ${close}?` : `it is one of ${choices.join(', ')}`;
  return err(`${what} does not know "${value}", ${hint}`);
}

function completeOptions(options: Options, values: Values): UsageError | undefined {
  for (const [name, option] of Object.entries(options)) {
    if (values.has(name)) continue;
    if ('isRequired' in option && option.isRequired) return `--${flagOf(name)} is required`;
    values.set(name, defaultOf(option));
  }
  return undefined;
}

function defaultOf(option: Option): ArgValue {
  if (option.type === 'list') return [];
  return option.type === 'boolean' ? (option.default ?? false) : option.default;
}

function placePositionals(command: Command, given: readonly string[], values: Values): Result<void, UsageError> {
  const rest = [...given];
  for (const [name, positional] of Object.entries(command.positionals)) {
    const taken = positional.isRepeated ? rest.splice(0) : rest.splice(0, 1);
    if (taken.length === 0 && !positional.isOptional)
      return err(`${name.toUpperCase()} is missing: ${positional.help}`);
    const wrong = taken.map((value) => choiceFrom(name.toUpperCase(), value, positional)).find((choice) => !choice.ok);
    if (wrong && !wrong.ok) return wrong;
    values.set(name, valueIn(positional, taken));
  }
  return rest.length > 0 ? err(`"${rest[0]}" is one word too many`) : ok(undefined);
}

const valueIn = (positional: Positional, taken: readonly string[]): ArgValue =>
  positional.isRepeated ? taken : taken[0];

/** Takes the global options out, so that a command sees only its own. */
function takeGlobals(values: Values): GlobalArgs {
  const data = values.get('data');
  const global = {
    json: values.get('json') === true,
    data: typeof data === 'string' ? data : undefined,
    help: values.get('help') === true,
  };
  for (const name of Object.keys(GLOBAL_OPTIONS)) values.delete(name);
  return global;
}
