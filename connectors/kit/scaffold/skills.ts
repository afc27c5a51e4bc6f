import type { Skill } from './plan.ts';
import { RECORDS } from './records.ts';
import { ASKS, WRITES } from './writes.ts';

/** Everything that a new connector can be made with. */
export const KNOWN: readonly Skill[] = [
  ...(Object.keys(RECORDS) as Skill[]),
  ...(Object.keys(WRITES) as Skill[]),
  ...(Object.keys(ASKS) as Skill[]),
  'webhook',
];
