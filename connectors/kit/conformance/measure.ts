import { decode } from './decoding.ts';
import { type Lab, openLab } from './lab.ts';
import { idsOf, runPull } from './pulling.ts';
import { pullsOf } from './readers.ts';
import type { ConformanceSubject } from './subject.ts';

/** How fast a connector was here and now; for people, and never a reason to pass or fail. */
export type Measures = {
  /** Messages decoded in a second; null when it decodes none. */
  readonly decodedPerSecond: number | null;
  /** Items pulled from the simulator in a second, by the name of the pull. */
  readonly pulledPerSecond: Readonly<Record<string, number>>;
};

const DECODE_MS = 100;

/** Measures decoding and pulls of one subject, each for a fraction of a second. `clock` gives milliseconds. */
export async function measure(
  subject: ConformanceSubject,
  clock: () => number = () => performance.now(),
): Promise<Measures> {
  const lab = openLab(subject);
  const pulls = pullsOf(subject.connector);
  try {
    const pulled: (readonly [string, number])[] = [];
    for (const [name, pull] of pulls) {
      const bench = await lab.pulls();
      const begun = clock();
      const { length } = idsOf(await runPull(pull, bench));
      pulled.push([name, perSecond(length, clock() - begun)]);
    }
    return { decodedPerSecond: decodeRate(subject, lab.messages, clock), pulledPerSecond: Object.fromEntries(pulled) };
  } finally {
    await lab.close();
  }
}

function decodeRate(subject: ConformanceSubject, messages: Lab['messages'], clock: () => number): number | null {
  if (messages.length === 0) return null;
  const begun = clock();
  let count = 0;
  while (clock() - begun < DECODE_MS) {
    for (const message of messages) decode(subject, message);
    count += messages.length;
  }
  return perSecond(count, clock() - begun);
}

const perSecond = (count: number, ms: number): number => Math.round((count / Math.max(ms, 0.001)) * 1000);
