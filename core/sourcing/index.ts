export * from './candidate.ts';
export { checkRules, findingsText } from './checkRules.ts';
export * from './compileRules.ts';
export { greatCircleKm, Places, type Point } from './distance.ts';
export * from './source.ts';
export { sourceOrder } from './sourceOrder.ts';
