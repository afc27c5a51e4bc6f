import { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import { LoadingAnswer, LoadingCase } from '../../core/documents/loadingCase.ts';
import { checkLoads, type LoadCheck, type LoadPlan } from '../../core/loading/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { readText } from '../routing/readRouting.ts';
import type { LoadBudget, LoadTask } from './loadTask.ts';

/** How to plan; aborting the signal ends the search with the best found so far. */
export interface PlanOptions {
  readonly budget: LoadBudget;
  readonly signal?: AbortSignal | undefined;
}

/** A plan with what the independent checker says of it; seconds are wall time. */
export interface CheckedPlan extends LoadPlan {
  readonly check: LoadCheck;
  readonly seconds: number;
}

/** Plans the loads of a case in a file. The error is one sentence about the file. */
export async function planFile(
  path: string,
  options: PlanOptions,
): Promise<Result<CheckedPlan & { given: LoadingCase }, string>> {
  const given = await readShape(path, LoadingCase, findFault);
  if (!given.ok) return given;
  return ok({ ...(await planCase(given.value, options)), given: given.value });
}

/** Plans the loads of a case on a thread of its own, and checks them; a plan that breaks a rule is a bug and throws. */
export async function planCase(given: LoadingCase, { budget, signal }: PlanOptions): Promise<CheckedPlan> {
  const start = performance.now();
  const plan = await runThread({ given, budget, stop: new Int32Array(new SharedArrayBuffer(4)) }, signal);
  const check = checkLoads(given, plan);
  if (!check.feasible) throw new Error(`the plan of ${given.name} is not feasible: ${check.violations[0]}`);
  return { ...plan, check, seconds: (performance.now() - start) / 1000 };
}

/** Checks an answer in a file against its case. The error is one sentence about either file. */
export async function checkLoadFile(path: string, answerPath: string): Promise<Result<LoadCheck, string>> {
  const given = await readShape(path, LoadingCase, findFault);
  if (!given.ok) return given;
  const answer = await readShape(answerPath, LoadingAnswer, () => undefined);
  return answer.ok ? ok(checkLoads(given.value, answer.value)) : answer;
}

async function readShape<T>(
  path: string,
  shape: z.ZodType<T>,
  fault: (value: T) => string | undefined,
): Promise<Result<T, string>> {
  const text = await readText(path);
  if (!text.ok) return text;
  try {
    const parsed = shape.safeParse(JSON.parse(text.value));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return err(`${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not valid'}`);
    }
    const found = fault(parsed.data);
    return found === undefined ? ok(parsed.data) : err(`${path}: ${found}`);
  } catch (cause) {
    return err(`${path} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The first thing in a case that cannot be, as one sentence. */
function findFault({ vehicles, items }: LoadingCase): string | undefined {
  const repeated = (ids: readonly string[]) => ids.find((id, k) => ids.indexOf(id) !== k);
  const twice = repeated(items.map(({ id }) => id)) ?? repeated(vehicles.map(({ id }) => id));
  if (twice !== undefined) return `${twice} is there twice`;
  for (const { id, compartments, axles } of vehicles) {
    const room = repeated(compartments.map((compartment) => compartment.id));
    if (room !== undefined) return `vehicle ${id} has compartment ${room} twice`;
    if (axles !== undefined && axles.rear.at <= axles.front.at)
      return `the rear axle of vehicle ${id} is not behind its front axle`;
  }
  const rooms = new Set(vehicles.flatMap(({ compartments }) => compartments.map(({ id }) => id)));
  for (const { id, compartments = [] } of items) {
    const unknown = compartments.find((room) => !rooms.has(room));
    if (unknown !== undefined) return `item ${id} names the unknown compartment ${unknown}`;
  }
  return undefined;
}

function runThread(task: LoadTask, signal: AbortSignal | undefined): Promise<LoadPlan> {
  const stop = () => Atomics.store(task.stop, 0, 1);
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const { promise, resolve, reject } = Promise.withResolvers<LoadPlan>();
  const worker = new Worker(new URL('./load.worker.ts', import.meta.url), { workerData: task });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the loading thread ended without an answer (${code})`)));
  return promise.finally(() => signal?.removeEventListener('abort', stop));
}
