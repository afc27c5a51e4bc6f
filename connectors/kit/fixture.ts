import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Recorded = z.object({
  about: z.string().describe('What this case is, for people.'),
  topic: z.string().optional().describe('The topic that `raw` is decoded under.'),
  raw: z.unknown().describe('The message or record, as the system sent it.'),
  exchange: z.unknown().optional().describe('The call that brought it, redacted.'),
});

/** One recorded message or exchange, kept as one JSON file; `name` is the file's. */
export type Fixture = z.infer<typeof Recorded> & { readonly name: string };

/** The fixtures of a folder, by name; none when there is no such folder. Throws for a file that is no fixture. */
export function readFixtures(folder: string): readonly Fixture[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names.toSorted().map((name) => {
    const parsed = Recorded.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!parsed.success) throw new Error(`${join(folder, name)} is no fixture: ${parsed.error.issues[0]?.message}`);
    return { ...parsed.data, name: name.replace(/\.json$/, '') };
  });
}
