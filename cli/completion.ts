import { type Command, flagOf } from './command.ts';
import { GLOBAL_OPTIONS } from './parseArguments.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A completion script for nouns, verbs and options, to be sourced by the shell. It needs no call back into the hub. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  if (shell === 'fish') return fishScript(commands);
  const body = bashScript(commands);
  return shell === 'zsh' ? `autoload -U +X bashcompinit && bashcompinit\n${body}` : body;
}

type Noun = { readonly noun: string; readonly verbs: readonly string[]; readonly summary: string };

function nounsOf(commands: readonly Command[]): readonly Noun[] {
  const names = [...new Set(commands.map(({ noun }) => noun))];
  return names.map((noun) => {
    const own = commands.filter((command) => command.noun === noun);
    return {
      noun,
      verbs: own.flatMap(({ verb }) => verb ?? []),
      summary: own.length === 1 ? (own[0]?.summary ?? '') : `${own.map(({ verb }) => verb).join(', ')}`,
    };
  });
}

function flagsOf({ options }: Command): readonly string[] {
  return Object.entries({ ...options, ...GLOBAL_OPTIONS }).map(([name, option]) =>
    option.type === 'boolean' && 'default' in option && option.default ? `--no-${flagOf(name)}` : `--${flagOf(name)}`,
  );
}

function bashScript(commands: readonly Command[]): string {
  const nouns = nounsOf(commands);
  const verbCases = nouns
    .filter(({ verbs }) => verbs.length > 0)
    .map(({ noun, verbs }) => `    ${noun}) words="${verbs.join(' ')}" ;;`);
  const flagCases = commands.map((command) => {
    const pattern = command.verb ? `"${command.noun} ${command.verb}"` : `"${command.noun} "*`;
    return `    ${pattern}) words="${flagsOf(command).join(' ')}" ;;`;
  });
  return `_crossdock() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [[ $COMP_CWORD -eq 1 ]]; then
    words="help ${nouns.map(({ noun }) => noun).join(' ')}"
  elif [[ $current == -* ]]; then
    case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in
${flagCases.join('\n')}
    esac
  elif [[ $COMP_CWORD -eq 2 ]]; then
    case "\${COMP_WORDS[1]}" in
${verbCases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ \${#COMPREPLY[@]} -gt 0 || $COMP_CWORD -eq 1 ]] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _crossdock crossdock
`;
}

function fishScript(commands: readonly Command[]): string {
  const lines = nounsOf(commands).map(
    ({ noun, summary }) => `complete -c crossdock -n __fish_use_subcommand -f -a ${noun} -d ${quoted(summary)}`,
  );
  for (const command of commands) {
    const { noun, verb } = command;
    if (verb) lines.push(verbLine(command, verb));
    const seen = `__fish_seen_subcommand_from ${noun}${verb ? `; and __fish_seen_subcommand_from ${verb}` : ''}`;
    for (const [name, option] of Object.entries({ ...command.options, ...GLOBAL_OPTIONS })) {
      const value = option.type === 'boolean' ? '' : ' -r';
      lines.push(`complete -c crossdock -n '${seen}' -l ${flagOf(name)}${value} -d ${quoted(option.help)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const verbLine = ({ noun, summary }: Command, verb: string): string =>
  `complete -c crossdock -n '__fish_seen_subcommand_from ${noun}' -f -a ${verb} -d ${quoted(summary)}`;

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
