import type { Fault } from '../../../core/shared/fault.ts';
import type { Instant } from '../../../core/shared/ids.ts';
import { epochMs, parseInstant, parseLocal } from '../../../core/shared/instant.ts';
import type { Result } from '../../../core/shared/result.ts';
import type { Checkpoint, CursorDeclaration, Page, Pull, PullName } from '../connector.ts';
import { type Bench, type Lab, noAbort } from './lab.ts';
import { pullsOf, START } from './readers.ts';
import type { ConformanceSubject, PullSample } from './subject.ts';

const MAX_PAGES = 2000;
const MAX_WAITS = 100;

export type Run = {
  /** Message ids, page by page. */
  readonly pages: readonly (readonly string[])[];
  readonly items: readonly unknown[];
  /** The checkpoint after each page. */
  readonly checkpoints: readonly Checkpoint[];
};
export const idsOf = ({ pages }: Run): readonly string[] => pages.flat();
export const endOf = ({ checkpoints }: Run): Checkpoint => checkpoints.at(-1) ?? START;

/** Fetches one page; a call that is throttled is waited out, as the hub does. */
export async function fetchPage(
  pull: Pull<unknown>,
  client: unknown,
  from: Checkpoint,
  { clock }: Bench,
): Promise<Result<Page, Fault>> {
  for (let wait = 0; ; wait++) {
    const fetched = await pull.fetch(client, from, noAbort());
    if (fetched.ok || fetched.error.kind !== 'rate-limited' || wait >= MAX_WAITS) return fetched;
    clock.pass(fetched.error.retryAfterMs);
  }
}

/**
 * Pages until the pull says that there is no more, as the pull job does: each checkpoint goes through JSON. `between` is
 * called after each page that has a next one. Throws at a fault.
 */
export async function runPull(
  pull: Pull<unknown>,
  bench: Bench,
  from: Checkpoint = START,
  { client = bench.client(), between = async (_page: number): Promise<void> => undefined } = {},
): Promise<Run> {
  const pages: (readonly string[])[] = [];
  const items: unknown[] = [];
  const checkpoints: Checkpoint[] = [];
  let at = from;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const fetched = await fetchPage(pull, client, at, bench);
    if (!fetched.ok) throw new Error(`page ${page}: ${fetched.error.code} ${fetched.error.message}`);
    pages.push(fetched.value.items.map((item) => nameOf(pull, item)));
    items.push(...fetched.value.items);
    at = JSON.parse(JSON.stringify(fetched.value.checkpoint)) as Checkpoint;
    checkpoints.push(at);
    if (!fetched.value.more) return { pages, items, checkpoints };
    await between(page);
  }
  throw new Error(`did not end within ${MAX_PAGES} pages`);
}

const whole = new WeakMap<Lab, Map<PullName, Promise<Run>>>();

/** A whole run on the bench for pulls, where nothing changes: made once for all checks. */
export function wholeRun(lab: Lab, name: PullName, pull: Pull<unknown>): Promise<Run> {
  const runs = whole.get(lab) ?? new Map<PullName, Promise<Run>>();
  whole.set(lab, runs);
  const run = runs.get(name) ?? lab.pulls().then((bench) => runPull(pull, bench));
  runs.set(name, run);
  return run;
}

function nameOf(pull: Pull<unknown>, item: unknown): string {
  const named = pull.identify(item);
  if (!named.ok) throw new Error(`an item cannot be named: ${named.error.message}`);
  return named.value.messageId;
}

export const unlessPulls = ({ connector }: ConformanceSubject): string | undefined =>
  pullsOf(connector).length === 0 ? 'nothing is pulled from this system' : undefined;

/** For checks that need a pull whose records can be changed over there. */
export const unlessChanges = (subject: ConformanceSubject): string | undefined =>
  unlessPulls(subject) ??
  (pullsOf(subject.connector).some(([name]) => subject.pulls?.[name]?.change) ? undefined : 'no record can be changed');

/** For checks of pulls that go by the time of the last change. */
export const unlessByTime = (subject: ConformanceSubject): string | undefined =>
  unlessPulls(subject) ??
  (pullsOf(subject.connector).some(([, { cursor }]) => cursor.kind === 'updated-at')
    ? undefined
    : 'no pull goes by the time of the last change');

type Tried = { readonly name: PullName; readonly pull: Pull<unknown>; readonly sample: PullSample | undefined };

/** Tries each pull; the problems are named by it. */
export async function everyPull(
  { subject }: Lab,
  judge: (tried: Tried) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [name, pull] of pullsOf(subject.connector)) {
    const found = await judge({ name, pull, sample: subject.pulls?.[name] });
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  }
  return problems;
}

/** Ids of `all` that `seen` does not have, as one problem. */
export function lost(all: readonly string[], seen: Iterable<string>, when: string): readonly string[] {
  const known = new Set(seen);
  const gone = all.filter((id) => !known.has(id));
  return gone.length === 0
    ? []
    : [`${gone.length} of ${all.length} records lost ${when}: ${gone.slice(0, 3).join(', ')}`];
}

/** The instant that the cursor's field of an item states; undefined where the item does not hold it. */
export function versionOf(item: unknown, cursor: CursorDeclaration): Instant | undefined {
  if (cursor.kind !== 'updated-at') return undefined;
  const value = (item as Readonly<Record<string, unknown>>)[cursor.field];
  if (typeof value !== 'string') return undefined;
  const exact = parseInstant(value);
  const read = exact.ok || cursor.zone === 'offset' ? exact : parseLocal(value, cursor.zone);
  return read.ok ? read.value : undefined;
}

/** Whether a checkpoint lies behind the newest thing that was seen. */
export function isAhead({ since }: Checkpoint, newest: Instant | undefined): boolean {
  return since !== null && newest !== undefined && epochMs(since) > epochMs(newest);
}
