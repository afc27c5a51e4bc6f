import { z } from 'zod';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { ConnectorIo } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { positional, type Transport } from './call.ts';
import { callJsonRpc } from './jsonRpc.ts';
import type { OdooSettings } from './settings.ts';
import { callXmlRpc } from './xmlRpc.ts';

const UserId = z.union([z.int().positive(), z.literal(false)]);

/** The two older protocols: a login for the user's id, then `execute_kw` with that id and the secret in every call. */
export function rpc(settings: OdooSettings, io: ConnectorIo, protocol: 'json-rpc' | 'xml-rpc'): Transport {
  const { baseUrl, database } = settings;
  const call = protocol === 'json-rpc' ? callJsonRpc : callXmlRpc;
  // A user's id does not change. Not kept as a token: it is no secret.
  let user: Promise<Result<number, Fault>> | undefined;
  const secret = settings.apiKey ?? settings.password ?? '';
  return async (request, signal) => {
    user ??= logIn(settings, (args) =>
      call(baseUrl, io, { service: 'common', method: 'authenticate', args, effect: 'read' }, signal),
    );
    const id = await user;
    if (!id.ok) {
      user = undefined;
      return id;
    }
    const { model, method, effect } = request;
    const args = [database, id.value, secret, model, method, ...positional(request)];
    return call(baseUrl, io, { service: 'object', method: 'execute_kw', args, effect }, signal);
  };
}

async function logIn(
  settings: OdooSettings,
  authenticate: (args: readonly unknown[]) => Promise<Result<unknown, Fault>>,
): Promise<Result<number, Fault>> {
  const { database, login, apiKey, password } = settings;
  if (login === undefined) {
    return err(
      permanent('login-missing', 'this version of Odoo needs the login of the user in the settings', '/login'),
    );
  }
  const answer = await authenticate([database, login, apiKey ?? password ?? '', {}]);
  if (!answer.ok) return answer;
  const id = parseWire(UserId, answer.value, 'user id');
  if (!id.ok) return id;
  // A wrong secret is not a fault over there: the answer is false.
  if (id.value === false) {
    const message = 'Odoo does not know this login with this secret';
    return err({ kind: 'auth', code: 'odoo-access-denied', message, remedy: 'reconnect' });
  }
  return ok(id.value);
}
