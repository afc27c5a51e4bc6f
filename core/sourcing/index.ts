export { Backtest, type BacktestFigures, type GapFigures } from './backtest/backtest.ts';
export type { PastEvent, PastOrder, PastWorld } from './backtest/past.ts';
export * from './candidate.ts';
export { checkRules, findingsText } from './checkRules.ts';
export * from './compileRules.ts';
export * from './source.ts';
export { sourceOrder } from './sourceOrder.ts';
export { solveInTurn, solveWindow } from './window/solveWindow.ts';
export { type SourcingWindow, type WindowOrder, WindowRest } from './window/window.ts';
