export { checkLoads, type LoadCheck } from './checkLoads.ts';
export { drawLoad } from './drawLoad.ts';
export { type LoadPlan, planLoads } from './planLoads.ts';
export { readContainerSet } from './readContainerSet.ts';
