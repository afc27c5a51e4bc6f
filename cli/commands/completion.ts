import { defineCommand, EXIT } from '../command.ts';
import { completionScript, SHELLS } from '../completion.ts';

export const completion = defineCommand({
  noun: 'completion',
  summary: 'Print a completion script for a shell',
  positionals: { shell: { help: 'which shell', choices: SHELLS } },
  examples: ['crossdock completion bash > ~/.local/share/bash-completion/completions/crossdock'],
  run({ out, commands }, { shell }) {
    out.result({ shell, script: completionScript(shell, commands) }, ({ script }) => script);
    return EXIT.done;
  },
});
