import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { err, ok } from '../core/shared/result.ts';
import type { Started } from './lifecycle.ts';
import type { Problem } from './problem.ts';

export type Address = { readonly host: string; readonly port: number };

/** How long requests under way may take to finish once the hub stops; a stream that never ends must not hold it up. */
const DRAIN_MS = 5_000;

/**
 * Opens a server on an address; port 0 takes any free one, and the answer has the real one. Stopping closes connections
 * without a request at once and lets requests under way finish for five seconds, or until the deadline if that is sooner.
 */
export async function listen(server: Server, { host, port }: Address): Started<{ readonly port: number }> {
  const silent = silentSockets(server);
  const opened = await new Promise<Problem | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(problemOf(error, { host, port })));
    server.listen(port, host, () => resolve(undefined));
  });
  if (opened) return err(opened);
  server.removeAllListeners('error');
  const { port: actual } = server.address() as AddressInfo;
  return ok({ value: { port: actual }, stop: (deadline) => close(server, silent, deadline) });
}

/** Connections on which nothing was asked yet. Node counts them as busy; browsers open some in advance. */
function silentSockets(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return silent;
}

function close(server: Server, silent: ReadonlySet<Socket>, deadline: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cut = (): void => server.closeAllConnections();
    const timer = setTimeout(cut, DRAIN_MS);
    deadline.addEventListener('abort', cut, { once: true });
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
    for (const socket of silent) socket.destroy();
  });
}

function problemOf({ code, message }: NodeJS.ErrnoException, { host, port }: Address): Problem {
  if (code === 'EADDRINUSE') {
    return {
      code: 'port-in-use',
      message: `Port ${port} on ${host} is in use.`,
      next: `Stop what uses it, or take another one: crossdock start --port ${port === 65_535 ? 8080 : port + 1}.`,
    };
  }
  if (code === 'EACCES') {
    return {
      code: 'port-refused',
      message: `Port ${port} on ${host} needs more rights than this user has.`,
      next: 'Take a port above 1023 with --port or PORT.',
    };
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return {
      code: 'host-unknown',
      message: `${host} is no address of this machine.`,
      next: 'Set HOST to 127.0.0.1, or to 0.0.0.0 to be reached from other machines.',
    };
  }
  return {
    code: 'listen',
    message: `Port ${port} on ${host} cannot be opened: ${message}.`,
    next: 'See HOST and PORT.',
  };
}
