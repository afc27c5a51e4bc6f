import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../store/database.ts';
import { takeState } from './releasedState.ts';

/**
 * Keeps the state of a database as the fixture of a release, before the next migration is written:
 * `DATABASE_URL=… node test/support/keepRelease.ts 1.2.0`, on a small database that a hub of that version has worked on.
 */
const [, , release] = process.argv;
const url = process.env['DATABASE_URL'];
if (!release || !url) throw new Error('usage: DATABASE_URL=postgres://… node test/support/keepRelease.ts RELEASE');
const db = openDatabase({ url, max: 1, onError: () => undefined });
const file = join(import.meta.dirname, '..', 'fixtures', 'released', `${release}.json`);
writeFileSync(file, `${JSON.stringify(await takeState(db), null, 1)}\n`);
await db.end();
