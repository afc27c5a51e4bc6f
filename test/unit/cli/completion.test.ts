import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Command, defineCommand, EXIT } from '../../../cli/command.ts';
import { completionScript } from '../../../cli/completion.ts';

const make = (noun: string, verb?: string): Command =>
  defineCommand({
    noun,
    ...(verb && { verb }),
    summary: `It's ${noun}`,
    options: { dryRun: { type: 'boolean', help: 'only show' } },
    run: () => EXIT.done,
  });
const commands = [make('order', 'list'), make('order', 'show'), make('doctor')];

/** Asks bash itself what it would offer after these words. */
function offered(...words: string[]): string[] {
  const list = words.map((word) => `'${word}'`).join(' ');
  const script = `${completionScript('bash', commands)}
COMP_WORDS=(crossdock ${list}); COMP_CWORD=${words.length}; _crossdock; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}
const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;

test.runIf(hasBash)('bash offers nouns, then verbs, then the options of the command', () => {
  expect(offered('')).toEqual(['help', 'order', 'doctor']);
  expect(offered('or')).toEqual(['order']);
  expect(offered('order', '')).toEqual(['list', 'show']);
  expect(offered('order', 'list', '--')).toEqual(['--dry-run', '--json', '--data', '--help']);
  expect(offered('doctor', '--d')).toEqual(['--dry-run', '--data']);
});

test('zsh gets the same through its bash layer, and fish a line for each word with quotes escaped', () => {
  expect(completionScript('zsh', commands)).toContain('bashcompinit');
  const fish = completionScript('fish', commands).trim().split('\n');
  expect(fish).toContain("complete -c crossdock -n __fish_use_subcommand -f -a doctor -d 'It\\'s doctor'");
  expect(fish.every((line) => line.startsWith('complete -c crossdock '))).toBe(true);
});
