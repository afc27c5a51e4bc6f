import { type Command, EXIT, type ExitCode, nameOf } from './command.ts';
import { type CliProcess, commandContext } from './commandContext.ts';
import { type Found, findCommand } from './findCommand.ts';
import { commandHelp, nounHelp, overviewHelp } from './help.ts';
import { parseArguments } from './parseArguments.ts';

/** An exit code, or 130 when Ctrl-C ended the command. */
type Ended = ExitCode | typeof INTERRUPTED;
const INTERRUPTED = 130;

/** Runs one command line (without `node` and the script) and answers the exit code. Bugs of a command throw through it. */
export async function runCli(argv: readonly string[], commands: readonly Command[], io: CliProcess): Promise<Ended> {
  const { stdout, stderr, signal } = io;
  const say = (text: string): void => void stdout.write(`${text}\n`);
  const misuse = (message: string, hint: string): ExitCode => {
    stderr.write(`crossdock: ${message}\n  ${hint}\n`);
    return EXIT.usage;
  };
  const isHelp = argv[0] === 'help';
  const found = findCommand(commands, isHelp ? argv.slice(1) : withVersion(argv));
  if (!found.ok) return misuse(found.error, 'crossdock help lists all commands.');
  if (isHelp || asksHelp(found.value)) {
    say(helpFor(found.value, commands));
    return EXIT.done;
  }
  if (found.value.kind === 'nothing') return misuse('no command given', overviewHelp(commands));
  if (found.value.kind === 'noun') {
    return misuse(`${found.value.noun} needs a verb`, nounHelp(found.value.noun, found.value.commands));
  }
  const { command, rest } = found.value;
  const parsed = parseArguments(command, rest);
  if (!parsed.ok) return misuse(`${nameOf(command)}: ${parsed.error}`, `crossdock help ${nameOf(command)} tells more.`);
  const { context, close } = commandContext(parsed.value.global, commands, io);
  try {
    return await interruptible(signal, () => command.run(context, parsed.value.args));
  } finally {
    await close();
  }
}

const withVersion = (argv: readonly string[]): readonly string[] =>
  argv[0] === '--version' || argv[0] === '-V' ? ['version', ...argv.slice(1)] : argv;

/** Help is asked for whatever else is wrong or missing behind the command's name. */
const asksHelp = ({ rest }: Found): boolean => rest.some((word) => word === '--help' || word === '-h');

function helpFor(found: Found, commands: readonly Command[]): string {
  if (found.kind === 'command') return commandHelp(found.command);
  return found.kind === 'noun' ? nounHelp(found.noun, found.commands) : overviewHelp(commands);
}

/** A command that stops because its signal aborted throws an AbortError; that is an end, not a bug. */
async function interruptible(signal: AbortSignal, run: () => Promise<ExitCode>): Promise<Ended> {
  try {
    return await run();
  } catch (error) {
    if (signal.aborted && error instanceof Error && error.name === 'AbortError') return INTERRUPTED;
    throw error;
  }
}
