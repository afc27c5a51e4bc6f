/** What doctor found out about one thing. `next` is there unless all is well. */
export type Finding =
  | { readonly name: string; readonly state: 'ok'; readonly detail: string }
  | { readonly name: string; readonly state: 'warn' | 'fail'; readonly detail: string; readonly next: string };

/** Looks at one thing and changes nothing. What it throws becomes a failed finding of its name. */
export type Check = { readonly name: string; readonly run: () => Promise<readonly Finding[]> };

export const fine = (name: string, detail: string): Finding => ({ name, state: 'ok', detail });
export const warning = (name: string, detail: string, next: string): Finding => ({ name, state: 'warn', detail, next });
export const failure = (name: string, detail: string, next: string): Finding => ({ name, state: 'fail', detail, next });

/** Runs checks one after another, so that their findings come in a stable order. */
export async function runChecks(checks: readonly Check[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { name, run } of checks) {
    try {
      findings.push(...(await run()));
    } catch (error) {
      findings.push(
        failure(name, `the check itself failed: ${(error as Error).message}`, 'Run it again with LOG_LEVEL=debug.'),
      );
    }
  }
  return findings;
}
