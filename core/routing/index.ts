export { anneal, type Found, type Search, temperatures } from './anneal.ts';
export { checkRoutes } from './checkRoutes.ts';
export { partitionRoutes, partOf } from './decompose.ts';
export { evolve } from './genetic/evolve.ts';
export { type Problem, priceRoutes, type Rounding } from './problem.ts';
export { seededRandom } from './random.ts';
export { readProblem } from './readProblem.ts';
export { savingsRoutes } from './savings.ts';
export { readSolution, writeSolution } from './solutionText.ts';
