/** The kinds of jobs, by their names. Apart from their schemas, so that whoever only names them loads nothing else. */
export const JOB_KINDS = [
  'plan-abc',
  'plan-eoq',
  'plan-safety-stock',
  'plan-forecast',
  'plan-replenish',
  'route-solve',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];
