import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import type { HttpFailure } from '../kit/connector.ts';

/** Odoo's exceptions by the last part of their name, and what each means. One that is not here is a refusal. */
const EXCEPTIONS: Readonly<Record<string, 'refused' | 'missing' | 'credentials' | 'rights' | 'passing'>> = {
  UserError: 'refused',
  ValidationError: 'refused',
  RedirectWarning: 'refused',
  MissingError: 'missing',
  AccessDenied: 'credentials',
  AccessError: 'rights',
  Unauthorized: 'credentials',
  LockError: 'passing',
  OperationalError: 'passing',
  InterfaceError: 'passing',
  SerializationFailure: 'passing',
  DeadlockDetected: 'passing',
  LockNotAvailable: 'passing',
  QueryCanceled: 'passing',
  PoolError: 'passing',
};

/** An answer that nobody can read, to a write that was sent: it may have happened, so it is looked up. */
export const unreadable = ({ code, message }: Fault): Fault => ({ kind: 'in-doubt', code, message });

/**
 * A server-side exception as a fault. All of them end in a rollback, so a write that met one has not happened; the one
 * exception to that, a method that returns nothing over XML-RPC, never comes here.
 */
export function exceptionFault(name: string, message: string): Fault {
  const short = name.split('.').at(-1) ?? name;
  const text = firstLines(message) || short;
  switch (EXCEPTIONS[short] ?? 'refused') {
    case 'credentials':
      return { kind: 'auth', code: 'odoo-access-denied', message: text, remedy: 'reconnect' };
    case 'rights':
      return { kind: 'auth', code: 'odoo-access-error', message: text, remedy: 'grant-scope' };
    case 'missing':
      return permanent('odoo-missing', text);
    case 'passing':
      return retryable('odoo-busy', text);
    case 'refused':
      return permanent(short in EXCEPTIONS ? 'odoo-refused' : 'odoo-error', text);
  }
}

/** Fault codes of XML-RPC: 1 unexpected (with a traceback), 2 user or validation error or missing record, 3 credentials, 4 rights. */
export function xmlRpcFault(code: string, text: string): Fault {
  if (code === '2')
    return exceptionFault(/does not exist or has been deleted/.test(text) ? 'MissingError' : 'UserError', text);
  if (code === '3') return exceptionFault('AccessDenied', text);
  if (code === '4') return exceptionFault('AccessError', text);
  const last = text.trim().split('\n').at(-1) ?? '';
  const [, name = 'Exception', message = last] = /^([\w.]+): ?(.*)$/.exec(last) ?? [];
  if (isUnknownDatabase(text)) return unknownDatabase();
  return exceptionFault(name, `${name}: ${message}`);
}

/** A method that returned nothing: XML-RPC cannot say so and answers a fault after the commit. */
export const isReturnedNothing = (text: string): boolean => text.includes('cannot marshal None');

export const isUnknownDatabase = (text: string): boolean => /database "[^"]*" does not exist/.test(text);

export function unknownDatabase(): Fault {
  return {
    kind: 'auth',
    code: 'odoo-database',
    message: 'there is no such database on this server',
    remedy: 'reconnect',
  };
}

/** Error answers of JSON-2; what has no exception name in it falls through to the kit's table. */
export function classify({ status, body }: HttpFailure): Fault | undefined {
  if (typeof body === 'object' && body !== null && 'name' in body && typeof body.name === 'string') {
    const message = 'message' in body && typeof body.message === 'string' ? body.message : '';
    if (status === 401) return exceptionFault('AccessDenied', message);
    if (status === 403) return exceptionFault('AccessError', message);
    return exceptionFault(body.name, message);
  }
  return undefined;
}

const firstLines = (text: string): string => text.trim().split('\n').slice(0, 3).join(' ').slice(0, 500);
