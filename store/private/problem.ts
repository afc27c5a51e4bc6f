/** Why the private PostgreSQL cannot run, for one line on a terminal: the thing and its cause, and what to do next. */
export type StartupProblem = { readonly code: string; readonly message: string; readonly next: string };
