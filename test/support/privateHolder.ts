import { openPrivatePostgres } from '../../store/private/openPrivatePostgres.ts';

/**
 * A process that holds a private PostgreSQL, for tests that kill it: `privateHolder.ts DIR hub|guest`. Writes one line
 * of JSON, what it was given or why not, and lets go on SIGTERM.
 */
const [dataDir = '', role] = process.argv.slice(2);
const startedAt = performance.now();
const opened = await openPrivatePostgres({ dataDir, role: role === 'hub' ? 'hub' : 'guest' });
if (opened.ok) process.once('SIGTERM', () => void opened.value.release());
const told = opened.ok ? { ok: true, url: opened.value.url, startedByUs: opened.value.startedByUs } : opened;
process.stdout.write(`${JSON.stringify({ ...told, ms: Math.round(performance.now() - startedAt) })}\n`);
