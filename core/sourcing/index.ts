export { Backtest, type BacktestFigures, type GapFigures } from './backtest/backtest.ts';
export type { PastEvent, PastMovement, PastOrder, PastWorld } from './backtest/past.ts';
export * from './candidate.ts';
export { checkRules, findingsText } from './checkRules.ts';
export * from './compileRules.ts';
export * from './source.ts';
export { sourceOrder } from './sourceOrder.ts';
export { solveInTurn, solveWindow, type WindowEffort } from './window/solveWindow.ts';
export { type SourcingWindow, type WindowOrder, type WindowPlans, WindowRest } from './window/window.ts';
