import type { Command } from '../command.ts';
import { completion } from './completion.ts';
import { doctor } from './doctor.ts';
import { migrate } from './migrate.ts';
import { PLAN_COMMANDS } from './plan.ts';
import { start } from './start.ts';
import { version } from './version.ts';

/** Every command of the CLI, in the order of its help. */
export const COMMANDS: readonly Command[] = [start, migrate, doctor, ...PLAN_COMMANDS, completion, version];
