/**
 * An expected failure as a person reads it: the thing and the cause in `message`, the next step in `next`, each one line.
 * `code` is kebab-case and stable, for scripts and tests.
 */
export type Problem = { readonly code: string; readonly message: string; readonly next: string };
