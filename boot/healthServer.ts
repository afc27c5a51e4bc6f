import { createServer, type Server, type ServerResponse } from 'node:http';

/** A named question whether the process can do its work now. */
export type ReadinessCheck = { readonly name: string; readonly isReady: () => Promise<boolean> };

const WAIT_MS = 2_000;

/**
 * A server with nothing but `/healthz` (the process runs) and `/readyz` (each check holds, else 503 with the names of
 * those that do not), for a process that has no API.
 */
export function healthServer(checks: readonly ReadinessCheck[]): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    if (pathname === '/healthz') answer(response, 200, { status: 'ok' });
    else if (pathname === '/readyz') void answerReadiness(response, checks);
    else answer(response, 404, { status: 'unknown path' });
  });
}

async function answerReadiness(response: ServerResponse, checks: readonly ReadinessCheck[]): Promise<void> {
  const waiting = await unready(checks);
  answer(response, waiting.length === 0 ? 200 : 503, { status: waiting.length === 0 ? 'ready' : 'waiting', waiting });
}

/** Names of the checks that do not hold. One that throws or takes over two seconds does not. */
export async function unready(checks: readonly ReadinessCheck[]): Promise<readonly string[]> {
  const outcomes = await Promise.all(checks.map((check) => holds(check)));
  return checks.filter((_, index) => !outcomes[index]).map(({ name }) => name);
}

async function holds({ isReady }: ReadinessCheck): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), WAIT_MS);
  try {
    return await Promise.race([isReady(), late.promise]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
