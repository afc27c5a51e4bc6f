import type { Command } from '../command.ts';
import { completion } from './completion.ts';
import { version } from './version.ts';

/** Every command of the CLI, in the order of its help. */
export const COMMANDS: readonly Command[] = [completion, version];
