export { rmaDecider } from './decide.ts';
export type * from './messages.ts';
export * from './policy.ts';
export * from './rma.ts';
export * from './unitsBack.ts';
