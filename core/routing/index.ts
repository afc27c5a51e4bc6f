export { anneal, type Found } from './anneal.ts';
export { checkRoutes } from './checkRoutes.ts';
export type { Problem, Rounding } from './problem.ts';
export { readProblem } from './readProblem.ts';
export { readSolution, writeSolution } from './solutionText.ts';
