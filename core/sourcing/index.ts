export * from './candidate.ts';
export { checkRules, findingsText } from './checkRules.ts';
export * from './compileRules.ts';
export * from './source.ts';
export { sourceOrder } from './sourceOrder.ts';
