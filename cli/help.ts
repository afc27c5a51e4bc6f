import { type Command, flagOf, nameOf, type Option, type Options, type Positional } from './command.ts';
import { GLOBAL_OPTIONS } from './parseArguments.ts';

type Line = readonly [left: string, right: string];

/** All commands by noun, for `crossdock help`. */
export function overviewHelp(commands: readonly Command[]): string {
  return [
    'crossdock: an order and integration hub',
    '',
    'Usage: crossdock <command> [options]',
    '',
    aligned(commands.map((command): Line => [nameOf(command), command.summary])),
    '',
    'crossdock help <command> tells more. Results go to stdout, the log to stderr; --json works everywhere.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 refused, 4 done but needs attention.',
  ].join('\n');
}

/** The commands of one noun, for `crossdock order --help`. */
export function nounHelp(noun: string, commands: readonly Command[]): string {
  return [
    `Usage: crossdock ${noun} <verb> [options]`,
    '',
    aligned(commands.map((command): Line => [nameOf(command), command.summary])),
  ].join('\n');
}

/** Everything about one command, made from its declaration. */
export function commandHelp(command: Command): string {
  const positionals = Object.entries(command.positionals);
  const sections = [
    `${command.summary}\n\nUsage: crossdock ${[nameOf(command), ...positionals.map(placeOf)].join(' ')} [options]`,
    positionals.length > 0 &&
      `Arguments:\n${aligned(positionals.map(([name, p]): Line => [name.toUpperCase(), positionalHelp(p)]))}`,
    `Options:\n${aligned(optionLines({ ...command.options, ...GLOBAL_OPTIONS }))}`,
    command.examples.length > 0 && `Examples:\n${command.examples.map((example) => `  ${example}`).join('\n')}`,
  ];
  return sections.filter((section) => section !== false).join('\n\n');
}

const placeOf = ([name, { isOptional, isRepeated }]: [string, Positional]): string => {
  const word = `${name.toUpperCase()}${isRepeated ? ' …' : ''}`;
  return isOptional ? `[${word}]` : word;
};

const positionalHelp = ({ help, choices }: Positional): string => (choices ? `${help} (${choices.join(', ')})` : help);

const optionLines = (options: Options): Line[] =>
  Object.entries(options).map(([name, option]): Line => [optionSyntax(name, option), optionHelp(option)]);

function optionSyntax(name: string, option: Option): string {
  const isOnByDefault = option.type === 'boolean' && option.default === true;
  const flag = isOnByDefault ? `--no-${flagOf(name)}` : `--${flagOf(name)}`;
  const value = option.type === 'boolean' ? '' : ` ${option.placeholder ?? (option.type === 'number' ? 'N' : 'TEXT')}`;
  return `${option.short ? `-${option.short}, ` : '    '}${flag}${value}`;
}

function optionHelp(option: Option): string {
  const remarks = [
    option.type === 'list' && 'may be repeated',
    option.type === 'string' && option.choices && `one of ${option.choices.join(', ')}`,
    'isRequired' in option && option.isRequired && 'required',
    option.type !== 'boolean' && 'default' in option && `default ${option.default}`,
  ].filter((remark) => typeof remark === 'string');
  return remarks.length > 0 ? `${option.help} (${remarks.join('; ')})` : option.help;
}

function aligned(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
