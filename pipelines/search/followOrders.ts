import type { OrderSearch } from '../../core/ports/index.ts';

export type FollowContext = {
  readonly follow: OrderSearch['follow'];
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
};

/** While orders come in, the search waits its turn: only every so many rounds takes a batch all the same. */
const IMPATIENT_EVERY = 10;

/**
 * Keeps the search up with the orders: a plain timer in every worker process, of which one at a time does the work.
 * Answers how to stop it.
 */
export function startFollowing({ follow, everyMs, onError }: FollowContext): () => Promise<void> {
  let round = 0;
  let isStopping = false;
  let running: Promise<void> | null = null;
  const catchUp = async (): Promise<void> => {
    const isPatient = round++ % IMPATIENT_EVERY !== 0;
    while (!isStopping && (await follow(isPatient)) > 0 && isPatient);
  };
  const timer = setInterval(() => {
    running ??= catchUp()
      .catch(onError)
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return async () => {
    isStopping = true;
    clearInterval(timer);
    await running;
  };
}
