import type { Command } from '../command.ts';
import { completion } from './completion.ts';
import { PLAN_COMMANDS } from './plan.ts';
import { version } from './version.ts';

/** Every command of the CLI, in the order of its help. */
export const COMMANDS: readonly Command[] = [...PLAN_COMMANDS, completion, version];
