import type { RoutingAnswer } from '../../core/documents/routingCase.ts';
import {
  checkFleet,
  checkRoutes,
  explainAbsence,
  type FleetCheck,
  type Problem,
  readLabeledRoutes,
  readSolution,
} from '../../core/routing/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type ReadOptions, type Routing, readRouting, readText } from './readRouting.ts';
import { solveFleet } from './solveFleet.ts';
import { type SolveOptions, solveProblem } from './solveProblem.ts';

/**
 * A solved file. Cost is in file units as the checker prices it; routes hold the file's stops, counted from 1 where it has no ids;
 * seconds are wall and processor time. A case of the full model also has its plan, with times, and the stops left out.
 */
export interface SolvedFile {
  readonly cost: number;
  readonly vehicles: number;
  readonly feasible: boolean;
  readonly violations: readonly string[];
  readonly routes: readonly (readonly (number | string)[])[];
  readonly plan?: FleetCheck['routes'];
  readonly absent?: readonly string[];
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly steps: number;
}

/** Solves a routing file. The error is one sentence about the file. */
export async function solveFile(
  path: string,
  options: SolveOptions & ReadOptions,
): Promise<Result<SolvedFile, string>> {
  const routing = await readRouting(path, options);
  if (!routing.ok) return routing;
  const start = performance.now();
  const before = process.cpuUsage();
  const solved =
    routing.value.kind === 'plain'
      ? await solvePlain(routing.value.problem, options)
      : await solveCase(routing.value, options);
  const used = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  return ok({ ...solved, seconds, cpuSeconds: (used.user + used.system) / 1e6 });
}

/** Prices a solution file (CVRPLIB routes, or the hub's JSON answer) against its problem. The error is one sentence about either file. */
export async function checkFile(path: string, solutionPath: string, options: ReadOptions) {
  const routing = await readRouting(path, options);
  if (!routing.ok) return routing;
  const text = await readText(solutionPath);
  if (!text.ok) return text;
  if (routing.value.kind === 'plain') {
    const routes = readSolution(text.value);
    return routes.ok ? ok(checkRoutes(routing.value.problem, routes.value)) : routes;
  }
  const answer = readLabeledRoutes(text.value, routing.value.given);
  return answer.ok ? ok(checkFleet(routing.value.given, answer.value)) : err(`${solutionPath}: ${answer.error}`);
}

async function solvePlain(problem: Problem, options: SolveOptions) {
  const found = await solveProblem(problem, options);
  const check = checkRoutes(problem, found.routes);
  comparePrices(found.cost / problem.scale, check.cost);
  return { ...check, routes: found.routes.map((route) => route.map((stop) => stop + 1)), steps: found.steps };
}

async function solveCase({ given, problem }: Routing & { kind: 'fleet' }, options: SolveOptions) {
  const found = await solveFleet(problem, options);
  const answer: RoutingAnswer = {
    routes: found.routes.flatMap(({ vehicle, stops }) =>
      stops.length === 0
        ? []
        : [{ vehicle: problem.vehicles[vehicle]?.id ?? '', stops: stops.map((c) => problem.stopIds[c] ?? '') }],
    ),
  };
  const { routes: plan, ...check } = checkFleet(given, answer);
  const isWhole = found.absent.every((c) => problem.penalty[c] !== Infinity);
  if (isWhole) comparePrices(found.cost - problem.vehicleWeight * check.vehicles, check.cost);
  const reasons = found.absent.flatMap((c) =>
    problem.penalty[c] === Infinity ? (explainAbsence(problem, c) ?? []) : [],
  );
  return {
    ...check,
    violations: [...check.violations, ...reasons],
    routes: answer.routes.map((route) => route.stops.map(plainId)),
    plan,
    steps: found.steps,
  };
}

/** An id that is a number in the file stays one in the answer. */
const plainId = (id: string): number | string => (/^\d{1,9}$/.test(id) ? Number(id) : id);

function comparePrices(searched: number, checked: number): void {
  if (Math.abs(searched - checked) <= 1e-6 * Math.max(1, Math.abs(checked))) return;
  throw new Error(`the search priced its routes at ${searched}, the checker at ${checked}`);
}
