import type { Fault } from '../../../core/shared/fault.ts';
import type { Instant } from '../../../core/shared/ids.ts';
import { instantOf } from '../../../core/shared/instant.ts';
import { ok, type Result } from '../../../core/shared/result.ts';
import { readFixtures } from '../fixture.ts';
import { createIo, type Exchange } from '../http.ts';
import type { Simulator } from '../simulator.ts';
import { type FaultProxy, openFaultProxy } from './faultProxy.ts';
import type { ConformanceSubject, Messages } from './subject.ts';

/** A connector on its simulator behind a fault proxy, with all that it said to the outside kept for inspection. */
export type Bench = {
  readonly simulator: Simulator;
  readonly proxy: FaultProxy;
  readonly clock: Clock;
  /** What to enter so that the connector talks to the simulator by way of the proxy. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Texts that left the connector: traces and messages of faults. Secrets must not be in them. */
  readonly said: string[];
  /** A client of its own: no token, no open circuit, from earlier checks. */
  client(options?: ClientOptions): unknown;
  /** What the simulator holds. */
  state(): Promise<unknown>;
  /** The time of every call that is under way is over. */
  expire(): void;
  close(): Promise<void>;
};
export type ClientOptions = {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The budget of calls; without it there is always enough. */
  readonly acquire?: () => Promise<Result<void, Fault>>;
};

/** The time of a bench, for the simulator and for the connector: it goes on by `pace` milliseconds with each look. */
export type Clock = { readonly now: () => number; pass(ms: number): void; pace(ms: number): void };

export type Message = { readonly topic: string; readonly about: string; readonly raw: unknown };

/** Everything that the checks of one subject share. */
export type Lab = {
  readonly subject: ConformanceSubject;
  /** Samples and fixtures. */
  readonly messages: readonly Message[];
  /** The huge ones. */
  readonly extremes: readonly Message[];
  /** The bench for single calls and writes. */
  calls(): Promise<Bench>;
  /** The bench that holds the records to be pulled. */
  pulls(): Promise<Bench>;
  /** A bench for one check that changes what is there; `isTied` puts its records in at one and the same instant. */
  fresh(options?: { readonly isTied?: boolean }): Promise<Bench>;
  /** A number that no other document of this lab has. */
  next(): number;
  clear(): void;
  close(): Promise<void>;
};

const BEGIN = Date.UTC(2026, 5, 1, 12);
const TICK_MS = 20;
/** While records are put in, so that each has an instant of its own. */
const SPREAD_MS = 1500;

function openClock(): Clock {
  let at = BEGIN;
  let tick = TICK_MS;
  return {
    now() {
      at += tick;
      return at;
    },
    pass(ms) {
      at += ms;
    },
    pace(ms) {
      tick = ms;
    },
  };
}

/** Opens the lab of a subject. Benches are made when a check asks for them, and closed with the lab. */
export function openLab(subject: ConformanceSubject): Lab {
  const open: Bench[] = [];
  let taken = 0;
  const bench = async (isSeeded: boolean, isTied: boolean): Promise<Bench> => {
    const made = await openBench(subject);
    open.push(made);
    made.clock.pace(isTied ? 0 : SPREAD_MS);
    if (isSeeded) for (const sample of Object.values(subject.pulls ?? {})) await sample.seed?.(made.simulator);
    made.clock.pace(TICK_MS);
    return made;
  };
  const shared = new Map<string, Promise<Bench>>();
  const once = (name: string, isSeeded: boolean): Promise<Bench> => {
    const made = shared.get(name) ?? bench(isSeeded, false);
    shared.set(name, made);
    return made;
  };
  return {
    subject,
    messages: messagesOf(subject),
    extremes: messagesIn(subject.extremes ?? {}),
    calls: () => once('calls', false),
    pulls: () => once('pulls', true),
    fresh: ({ isTied = false } = {}) => bench(true, isTied),
    next: () => ++taken,
    clear() {
      for (const { proxy } of open) proxy.clear();
    },
    async close() {
      for (const each of open.splice(0)) await each.close();
    },
  };
}

/** The samples of a subject and its fixtures. */
export function messagesOf(subject: ConformanceSubject): readonly Message[] {
  return [...messagesIn(subject.messages), ...recorded(subject)];
}

function messagesIn(messages: Messages): readonly Message[] {
  return Object.entries(messages).flatMap(([topic, raws]) =>
    raws.map((raw, i) => ({ topic, about: `${topic} ${i + 1}`, raw: structuredClone(raw) })),
  );
}

function recorded({ fixtures }: ConformanceSubject): readonly Message[] {
  return (fixtures === undefined ? [] : readFixtures(fixtures)).flatMap(({ name, topic, raw }) =>
    topic === undefined ? [] : [{ topic, about: name, raw }],
  );
}

/** Starts a subject's simulator and a fault proxy in front of it. */
export async function openBench({ connector, startSimulator }: ConformanceSubject): Promise<Bench> {
  if (!startSimulator) throw new Error(`${connector.manifest.id} has no simulator`);
  const clock = openClock();
  const simulator = await startSimulator({ now: clock.now });
  const proxy = await openFaultProxy(simulator.url);
  const entered = JSON.parse(
    JSON.stringify(simulator.settings).replaceAll(simulator.url, proxy.url),
  ) as Bench['settings'];
  const said: string[] = [];
  let deadline = new AbortController();
  return {
    simulator,
    proxy,
    clock,
    settings: entered,
    said,
    client({ settings: given = entered, acquire = async () => ok(undefined) } = {}) {
      const settings = connector.settings.parse(given);
      const trace = (exchange: Exchange) => void said.push(JSON.stringify(exchange));
      const now = (): Instant => instantOf(clock.now());
      const io = createIo({ connector, settings, acquire, now, trace, deadline: () => deadline.signal });
      return connector.client(settings, io);
    },
    state: async () => (await fetch(`${simulator.url}/_sim/state`)).json(),
    expire() {
      deadline.abort();
      deadline = new AbortController();
    },
    async close() {
      await proxy.close();
      await simulator.close();
    },
  };
}

export const noAbort = (): AbortSignal => new AbortController().signal;
