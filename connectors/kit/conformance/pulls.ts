import type { Instant } from '../../../core/shared/ids.ts';
import type { Check } from './check.ts';
import {
  endOf,
  everyPull,
  idsOf,
  isAhead,
  lost,
  runPull,
  unlessByTime,
  unlessChanges,
  unlessPulls,
  versionOf,
  wholeRun,
} from './pulling.ts';
import { START } from './readers.ts';

const named: Check = {
  id: 'pull/named',
  title: 'every item has a name and a record, and an odd one is refused or named, never with a throw',
  protects: 'a record at one version is stored once',
  inapplicable: unlessPulls,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull }) => {
      const { items } = await wholeRun(lab, name, pull);
      const nameless = items.slice(0, 20).some((item) => {
        const name = pull.identify(item);
        return !name.ok || name.value.messageId === '' || name.value.subject === '';
      });
      const thrown = [null, 7, {}, []].find((odd) => {
        try {
          return !pull.identify(odd);
        } catch {
          return true;
        }
      });
      return [
        ...(nameless ? ['an item has no name'] : []),
        ...(thrown === undefined ? [] : [`${JSON.stringify(thrown)} instead of an item is met with a throw`]),
      ];
    }),
};

const noRepeat: Check = {
  id: 'pull/no-repeat',
  title: 'no item comes twice in a run',
  protects: 'a run ends, and what it counts is what there is',
  inapplicable: unlessPulls,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull }) => {
      const ids = idsOf(await wholeRun(lab, name, pull));
      return new Set(ids).size === ids.length ? [] : [`${ids.length - new Set(ids).size} of ${ids.length} came again`];
    }),
};

const complete: Check = {
  id: 'pull/complete',
  title: 'the pages bring every record',
  protects: 'nothing is left behind over there',
  inapplicable: unlessPulls,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull, sample }) => {
      if (sample === undefined) return ['no sample says how much there is'];
      const { length } = idsOf(await wholeRun(lab, name, pull));
      return length >= sample.atLeast ? [] : [`${length} of at least ${sample.atLeast}`];
    }),
};

const decoded: Check = {
  id: 'pull/decoded',
  title: 'every item decodes',
  protects: 'what is fetched can be used',
  inapplicable: unlessPulls,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull }) => {
      const { items } = await wholeRun(lab, name, pull);
      const topic = lab.subject.connector.topics[pull.topic];
      const faults = items.flatMap((item) => {
        const read = topic?.decode(JSON.parse(JSON.stringify(item)));
        return read?.ok ? [] : [read ? `${read.error.code} ${read.error.message}` : `no topic ${pull.topic}`];
      });
      return faults.slice(0, 3);
    }),
};

const ahead: Check = {
  id: 'pull/checkpoint',
  title: 'a checkpoint is never later than the newest record that was seen',
  protects: 'what changes between the reading and the clock is not stepped over',
  inapplicable: unlessByTime,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull }) => {
      const run = await wholeRun(lab, name, pull);
      const versions = run.items.map((item) => versionOf(item, pull.cursor));
      const newest = versions.reduce<Instant | undefined>(
        (last, next) => (last && next && last > next ? last : next),
        undefined,
      );
      const { since } = endOf(run);
      if (pull.cursor.kind === 'updated-at' && since === null) return ['a whole run leaves no checkpoint'];
      return isAhead(endOf(run), newest) ? [`${since} is later than ${newest}`] : [];
    }),
};

const resumed: Check = {
  id: 'pull/resumed',
  title: 'a run that is broken off goes on from its last checkpoint, in a new process, and loses nothing',
  protects: 'kill -9 between two pages',
  inapplicable: unlessPulls,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull }) => {
      const bench = await lab.pulls();
      const whole = await wholeRun(lab, name, pull);
      for (const [i, checkpoint] of whole.checkpoints.slice(0, -1).slice(0, 3).entries()) {
        const rest = await runPull(pull, bench, checkpoint);
        const seen = [...whole.pages.slice(0, i + 1).flat(), ...idsOf(rest)];
        const problems = lost(idsOf(whole), seen, `after page ${i + 1}`);
        if (problems.length > 0) return problems;
      }
      return [];
    }),
};

const secondRun: Check = {
  id: 'pull/second-run',
  title: 'a run after the last one ends, and brings nothing that was not there',
  protects: 'the hub does not read the same records for ever',
  inapplicable: unlessPulls,
  problems: (lab) =>
    everyPull(lab, async ({ name, pull }) => {
      const bench = await lab.pulls();
      const first = await wholeRun(lab, name, pull);
      const known = new Set(idsOf(first));
      const fresh = idsOf(await runPull(pull, bench, endOf(first))).filter((id) => !known.has(id));
      return fresh.length === 0 ? [] : [`${fresh.length} new ones, though nothing changed: ${fresh[0]}`];
    }),
};

const ties: Check = {
  id: 'pull/ties',
  title: 'records that changed in one and the same second are all read, across pages',
  protects: 'an import over there of a thousand records at once',
  inapplicable: unlessByTime,
  problems: async (lab) => {
    const bench = await lab.fresh({ isTied: true });
    return everyPull(lab, async ({ pull, sample }) => {
      if (pull.cursor.kind !== 'updated-at') return [];
      const run = await runPull(pull, bench);
      const { size } = new Set(idsOf(run));
      if (size < (sample?.atLeast ?? 0)) return [`${size} of at least ${sample?.atLeast}`];
      const again = await runPull(pull, bench, run.checkpoints[0] ?? START);
      return lost(idsOf(run), [...(run.pages[0] ?? []), ...idsOf(again)], 'among records of one instant');
    });
  },
};

/** Records change between so many pages, and then rest: a run cannot end that is overtaken for ever. */
const RESTLESS_PAGES = 3;

const changes: Check = {
  id: 'pull/changes',
  title: 'records that change while they are paged through are not lost, nor those beside them',
  protects: 'a shop that is open while it is read',
  inapplicable: unlessChanges,
  problems: async (lab) => {
    const bench = await lab.fresh();
    return everyPull(lab, async ({ pull, sample }) => {
      const change = sample?.change;
      if (change === undefined) return [];
      const between = async (page: number): Promise<void> => {
        if (page > RESTLESS_PAGES) return;
        bench.clock.pass(1000);
        for (const n of [page - 1, page]) await change(bench.simulator, n);
      };
      // So that looking back alone does not bring what was stepped over.
      if (pull.cursor.kind === 'updated-at') bench.clock.pass(2 * pull.cursor.commitLagMs);
      const run = await runPull(pull, bench, START, { between });
      bench.clock.pass(1000);
      const next = await runPull(pull, bench, endOf(run));
      const now = idsOf(await runPull(pull, bench));
      return lost(now, [...idsOf(run), ...idsOf(next)], 'while they changed');
    });
  },
};

const late: Check = {
  id: 'pull/late-commit',
  title: 'a change that is committed late, with an earlier time, is found by the next run',
  protects: 'a long transaction over there',
  inapplicable: (subject) => unlessByTime(subject) ?? unlessChanges(subject),
  problems: async (lab) => {
    const bench = await lab.fresh();
    return everyPull(lab, async ({ pull, sample }) => {
      const { cursor } = pull;
      if (sample?.change === undefined || cursor.kind !== 'updated-at') return [];
      bench.clock.pass(2 * cursor.commitLagMs + 2000);
      await sample.change(bench.simulator, 1);
      const first = await runPull(pull, bench);
      const back = Math.max(0, cursor.commitLagMs - 2000);
      bench.clock.pass(-back);
      await sample.change(bench.simulator, 0);
      bench.clock.pass(back);
      const now = idsOf(await runPull(pull, bench));
      const next = await runPull(pull, bench, endOf(first));
      return lost(now, [...idsOf(first), ...idsOf(next)], `that were committed ${back} ms late`);
    });
  },
};

export const PULLS: readonly Check[] = [
  named,
  noRepeat,
  ahead,
  resumed,
  complete,
  decoded,
  secondRun,
  ties,
  changes,
  late,
];
