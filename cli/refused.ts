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
