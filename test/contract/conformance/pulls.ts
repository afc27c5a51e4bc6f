import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checkpoint, Pull, PullName } from '../../../connectors/kit/connector.ts';
import { type Bench, noAbort, openBench } from './bench.ts';
import type { ConformanceSubject } from './subject.ts';

const START: Checkpoint = { since: null, cursor: null };
const MAX_PAGES = 2000;

type Run = {
  readonly ids: readonly string[];
  readonly items: readonly unknown[];
  /** The checkpoint after each page. */
  readonly checkpoints: readonly Checkpoint[];
};

/** Pages until the pull says that there is no more, as the pull job does: each checkpoint goes through JSON. */
async function runPull(pull: Pull<unknown>, client: unknown, from: Checkpoint): Promise<Run> {
  const ids: string[] = [];
  const items: unknown[] = [];
  const checkpoints: Checkpoint[] = [];
  let at = from;
  for (let page = 0; page < MAX_PAGES; page++) {
    const fetched = await pull.fetch(client, at, noAbort());
    if (!fetched.ok) throw new Error(`${fetched.error.code}: ${fetched.error.message}`);
    for (const item of fetched.value.items) {
      const named = pull.identify(item);
      if (!named.ok) throw new Error(named.error.message);
      ids.push(named.value.messageId);
      items.push(item);
    }
    at = JSON.parse(JSON.stringify(fetched.value.checkpoint)) as Checkpoint;
    checkpoints.push(at);
    if (!fetched.value.more) return { ids, items, checkpoints };
  }
  throw new Error(`the pull did not end within ${MAX_PAGES} pages`);
}

/** Pulls: they end, repeat nothing, decode, and go on from any checkpoint without losing a record. */
export function pullsConform(subject: ConformanceSubject): void {
  const { connector } = subject;
  const pulls = Object.entries(connector.capabilities).filter(([name]) => name.startsWith('pull')) as [
    PullName,
    Pull<unknown>,
  ][];
  if (pulls.length === 0) return;

  describe('pulls', () => {
    let bench: Bench;
    beforeAll(async () => {
      bench = await openBench(subject);
      for (const sample of Object.values(subject.pulls ?? {})) await sample.seed?.(bench.simulator);
    });
    afterAll(() => bench.close());

    describe.each(pulls)('%s', (name, pull) => {
      test('pages end, repeat nothing and bring every record, and each decodes', async () => {
        const run = await runPull(pull, bench.client(), START);
        expect(new Set(run.ids).size).toBe(run.ids.length);
        const atLeast = subject.pulls?.[name]?.atLeast;
        if (atLeast === undefined) throw new Error(`the subject has no sample for ${name}`);
        expect(run.ids.length).toBeGreaterThanOrEqual(atLeast);
        for (const item of run.items) {
          const decoded = connector.topics[pull.topic]?.decode(JSON.parse(JSON.stringify(item)));
          if (!decoded?.ok) throw new Error(decoded ? decoded.error.message : `no topic ${pull.topic}`);
        }
      });

      test('goes on from the checkpoint of any page, with a new client, and loses nothing', async () => {
        const whole = await runPull(pull, bench.client(), START);
        for (const [i, checkpoint] of whole.checkpoints.slice(0, 3).entries()) {
          const rest = await runPull(pull, bench.client(), checkpoint);
          const before = await firstPages(pull, bench.client(), i + 1);
          expect(new Set([...before, ...rest.ids])).toEqual(new Set(whole.ids));
        }
      });

      test('a second run from the last checkpoint ends and brings nothing that was not there', async () => {
        const first = await runPull(pull, bench.client(), START);
        const again = await runPull(pull, bench.client(), first.checkpoints.at(-1) ?? START);
        const known = new Set(first.ids);
        expect(again.ids.filter((id) => !known.has(id))).toEqual([]);
      });

      test('a page whose answer never comes is a fault that passes, and the pull goes on after it', async () => {
        const whole = await runPull(pull, bench.client(), START);
        const client = bench.client();
        bench.simulator.faults.plan({ kind: 'drop', match: ' ', times: 1 });
        const lost = await pull.fetch(client, START, noAbort());
        bench.simulator.faults.clear();
        if (lost.ok) throw new Error('the pull took a lost answer for a page');
        expect(lost.error.kind).toBe('retryable');
        expect((await runPull(pull, client, START)).ids).toEqual(whole.ids);
      });
    });
  });
}

async function firstPages(pull: Pull<unknown>, client: unknown, pages: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let at = START;
  for (let page = 0; page < pages; page++) {
    const fetched = await pull.fetch(client, at, noAbort());
    if (!fetched.ok) throw new Error(fetched.error.message);
    for (const item of fetched.value.items) {
      const named = pull.identify(item);
      if (named.ok) ids.push(named.value.messageId);
    }
    at = fetched.value.checkpoint;
  }
  return ids;
}
