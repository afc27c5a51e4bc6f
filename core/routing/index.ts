export { anneal, type Found, type Search } from './anneal.ts';
export { checkRoutes, type RouteCheck } from './checkRoutes.ts';
export type { Problem, Rounding } from './problem.ts';
export { readProblem } from './readProblem.ts';
export { readSolution, writeSolution } from './solutionText.ts';
