import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { err, ok } from '../core/shared/result.ts';
import type { Started } from './lifecycle.ts';
import type { Problem } from './problem.ts';

export type Address = { readonly host: string; readonly port: number };

/**
 * Opens a server on an address; port 0 takes any free one, and the answer has the real one. Stopping lets requests that
 * are under way finish, closes idle connections at once, and all others at the deadline.
 */
export async function listen(server: Server, { host, port }: Address): Started<{ readonly port: number }> {
  const opened = await new Promise<Problem | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(problemOf(error, { host, port })));
    server.listen(port, host, () => resolve(undefined));
  });
  if (opened) return err(opened);
  server.removeAllListeners('error');
  const { port: actual } = server.address() as AddressInfo;
  return ok({ value: { port: actual }, stop: (deadline) => close(server, deadline) });
}

function close(server: Server, deadline: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    deadline.addEventListener('abort', () => server.closeAllConnections(), { once: true });
    server.close(() => resolve());
    server.closeIdleConnections();
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
