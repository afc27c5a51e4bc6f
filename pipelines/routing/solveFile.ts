import { checkRoutes, type Problem, type Rounding, readSolution } from '../../core/routing/index.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { readRouting, readText } from './readRouting.ts';
import { type SolveOptions, solveProblem } from './solveProblem.ts';

/** A solved file. Cost is in file units as the checker prices it; routes hold stops counted from 1; seconds are wall and processor time. */
export interface SolvedFile {
  readonly cost: number;
  readonly vehicles: number;
  readonly feasible: boolean;
  readonly violations: readonly string[];
  readonly routes: readonly (readonly number[])[];
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly steps: number;
}

/** Solves a routing file. The error is one sentence about the file. */
export async function solveFile(
  path: string,
  options: SolveOptions & { readonly rounding: Rounding },
): Promise<Result<SolvedFile, string>> {
  const problem = await readRouting(path, options.rounding);
  return problem.ok ? ok(await solveAndCheck(problem.value, options)) : problem;
}

/** Prices a solution file (CVRPLIB routes) against its problem. The error is one sentence about either file. */
export async function checkFile(path: string, solutionPath: string, rounding: Rounding) {
  const problem = await readRouting(path, rounding);
  if (!problem.ok) return problem;
  const text = await readText(solutionPath);
  if (!text.ok) return text;
  const routes = readSolution(text.value);
  return routes.ok ? ok(checkRoutes(problem.value, routes.value)) : routes;
}

async function solveAndCheck(problem: Problem, options: SolveOptions): Promise<SolvedFile> {
  const start = performance.now();
  const before = process.cpuUsage();
  const found = await solveProblem(problem, options);
  const used = process.cpuUsage(before);
  const check = checkRoutes(problem, found.routes);
  if (Math.abs(check.cost * problem.scale - found.cost) > 1e-6 * Math.max(1, found.cost)) {
    throw new Error(`the search priced its routes at ${found.cost / problem.scale}, the checker at ${check.cost}`);
  }
  return {
    ...check,
    routes: found.routes.map((route) => route.map((stop) => stop + 1)),
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (used.user + used.system) / 1e6,
    steps: found.steps,
  };
}
