import type { z } from 'zod';
import type { Problem } from '../boot/problem.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { EXIT } from './command.ts';

/** Says that the domain refused: what was not done, the code, and the figures that came with it. */
export function refused(
  context: CommandContext,
  what: string,
  error: { readonly code: string; readonly message?: string },
  next: string,
): ExitCode {
  const { code, message, ...detail } = error;
  const cause =
    message ??
    Object.entries(detail)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ');
  return context.fail({ code, message: `${what}: ${code}${cause ? ` (${cause})` : ''}.`, next }, EXIT.refused);
}

/** Fields that a command was given and cannot take. */
export const badFields = (error: z.ZodError): Problem => ({
  code: 'malformed-field',
  message: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  next: 'See --help for what there is.',
});
