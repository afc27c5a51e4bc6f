/** One look at the inbox: messages stored since the server's counters began, and how many wait, all and live ones. */
export type InboxLook = { readonly stored: number; readonly waiting: number; readonly live: number };

/** `perSecond` is null until messages have been seen to drain; `seconds` is how long the waiting live ones will take. */
export type InboxForecast = {
  readonly waiting: number;
  readonly live: number;
  readonly perSecond: number | null;
  readonly seconds: number | null;
};

export type AdmissionRules = {
  /** Longer than this a new message may not have to wait. */
  readonly seconds: number;
  /** As many may wait whatever the forecast: a short crowd is no overload. */
  readonly always: number;
  /** More than this never wait, even while nothing drains and so nothing can be forecast. */
  readonly atMost: number;
};

export const ADMISSION: AdmissionRules = { seconds: 900, always: 20_000, atMost: 1_000_000 };

const LOOK_EVERY_MS = 2000;
const WINDOW_MS = 30_000;
const SHORTEST_WINDOW_MS = 6000;
const LONGEST_WAIT_SECONDS = 300;

type TimedLook = InboxLook & { readonly at: number };

/**
 * Whether the inbox takes another message. The rate at which it drains is measured over the last half minute in which
 * messages waited all the time, since an idle inbox says nothing about how fast a full one would empty; the last rate
 * stays known. Looks are taken as messages come, at most one in two seconds, and never waited for.
 */
export class Admission {
  readonly #look: () => Promise<InboxLook>;
  readonly #rules: AdmissionRules;
  readonly #now: () => number;
  #busy: TimedLook[] = [];
  #forecast: InboxForecast = { waiting: 0, live: 0, perSecond: null, seconds: 0 };
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    look: () => Promise<InboxLook>,
    rules: AdmissionRules = ADMISSION,
    now: () => number = () => performance.now(),
  ) {
    this.#look = look;
    this.#rules = rules;
    this.#now = now;
  }

  /** Seconds after which there is likely to be room again, 1 to 300; 0 while there is room. */
  retryAfterSeconds(): number {
    void this.refresh();
    const { live, perSecond } = this.#forecast;
    const { always, atMost, seconds } = this.#rules;
    const room = perSecond === null ? atMost : Math.min(atMost, Math.max(always, perSecond * seconds));
    if (live <= room) return 0;
    if (perSecond === null) return LONGEST_WAIT_SECONDS;
    return Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil((live - room) / perSecond)));
  }

  /** What is known, from a look that is at most two seconds old. */
  async forecast(): Promise<InboxForecast> {
    await this.refresh();
    return this.#forecast;
  }

  /** Looks, unless somebody just did. A look that fails changes nothing: who needs the database will hear of it. */
  async refresh(): Promise<void> {
    if (this.#now() - this.#lookedAt < LOOK_EVERY_MS) return;
    this.#lookedAt = this.#now();
    try {
      this.#take({ ...(await this.#look()), at: this.#now() });
    } catch {
      // The next one tries again.
    }
  }

  #take(look: TimedLook): void {
    this.#busy = look.waiting === 0 ? [] : [...this.#busy.filter(({ at }) => look.at - at <= WINDOW_MS), look];
    const perSecond = rateOf(this.#busy) ?? this.#forecast.perSecond;
    const { waiting, live } = look;
    const seconds = live === 0 ? 0 : perSecond && Math.ceil(live / perSecond);
    this.#forecast = { waiting, live, perSecond, seconds };
  }
}

/** Messages settled per second between the first and the last look; null where that says nothing. */
function rateOf(looks: readonly TimedLook[]): number | null {
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last || last.at - first.at < SHORTEST_WINDOW_MS) return null;
  const drained = last.stored - first.stored - (last.waiting - first.waiting);
  return drained > 0 ? (drained * 1000) / (last.at - first.at) : null;
}
