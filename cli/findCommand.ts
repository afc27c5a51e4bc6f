import { err, ok, type Result } from '../core/shared/result.ts';
import type { Command } from './command.ts';
import { nearest } from './nearest.ts';

/** What the first words of a command line call. A noun that has only verbs is an answer of its own, for its help. */
export type Found =
  | { readonly kind: 'command'; readonly command: Command; readonly rest: readonly string[] }
  | {
      readonly kind: 'noun';
      readonly noun: string;
      readonly commands: readonly Command[];
      readonly rest: readonly string[];
    }
  | { readonly kind: 'nothing'; readonly rest: readonly string[] };

/** Resolves noun and verb; the error names the nearest valid word. Options may stand only after the words. */
export function findCommand(commands: readonly Command[], argv: readonly string[]): Result<Found, string> {
  const [noun, verb] = argv;
  if (noun === undefined || noun.startsWith('-')) return ok({ kind: 'nothing', rest: argv });
  const ofNoun = commands.filter((command) => command.noun === noun);
  if (ofNoun.length === 0) return err(unknown('command', noun, new Set(commands.map((command) => command.noun))));
  const exact = ofNoun.find((command) => command.verb === verb && verb !== undefined);
  if (exact) return ok({ kind: 'command', command: exact, rest: argv.slice(2) });
  const bare = ofNoun.find((command) => command.verb === undefined);
  if (bare) return ok({ kind: 'command', command: bare, rest: argv.slice(1) });
  if (verb === undefined || verb.startsWith('-')) {
    return ok({ kind: 'noun', noun, commands: ofNoun, rest: argv.slice(1) });
  }
  return err(
    unknown(
      `verb of ${noun}`,
      verb,
      ofNoun.map((command) => command.verb ?? ''),
    ),
  );
}

function unknown(what: string, word: string, valid: Iterable<string>): string {
  const words = [...valid];
  const close = nearest(word, words);
  return `"${word}" is no ${what}, ${close ? `did you mean ${close}?` : `it has ${words.join(', ')}`}`;
}
