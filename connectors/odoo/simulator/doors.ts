import type { Context, Hono } from 'hono';
import { decodeCall, encodeAnswer } from '../../kit/xmlRpcCodec.ts';
import { accessDenied, describeException, OdooException, rpcFault, statusOf, valueError } from './exceptions.ts';
import { callOf, methodOf } from './methods.ts';
import type { OdooServer } from './server.ts';

/** The one account of the simulated server. */
export const ACCOUNT = { database: 'sim', login: 'hub@example.com', apiKey: 'simulated-api-key-4f1d9c' } as const;
const USER_ID = 2;
const NOT_FOUND = '<!doctype html><html><head><title>404 Not Found</title></head><body>Not Found</body></html>';

/** The three protocols of a server; JSON-2 and /web/version only from 19 on. */
export function doors(app: Hono, server: OdooServer): void {
  if (server.db.major >= 19) {
    app.get('/web/version', (c) => c.json({ version_info: versionInfo(server), version: server.version }));
    app.post('/json/2/:model/:method', (c) => json2Door(c, server));
  }
  app.post('/jsonrpc', (c) => jsonRpcDoor(c, server));
  app.post('/xmlrpc/2/:service', (c) => xmlRpcDoor(c, server));
  app.notFound((c) => c.html(NOT_FOUND, 404));
}

const versionInfo = ({ db }: OdooServer) => [db.major, 0, 0, 'final', 0, ''];

async function json2Door(c: Context, server: OdooServer): Promise<Response> {
  if (!(c.req.header('content-type') ?? '').includes('application/json')) {
    return c.html('<!doctype html><title>415 Unsupported Media Type</title>', 415);
  }
  const database = c.req.header('x-odoo-database') ?? ACCOUNT.database;
  if (database !== ACCOUNT.database) return c.html(NOT_FOUND, 404);
  if (c.req.header('authorization') !== `bearer ${ACCOUNT.apiKey}`) {
    const denied = new OdooException('werkzeug.exceptions.Unauthorized', 'Invalid apikey');
    return c.json(describeException(denied), 401);
  }
  const body = (await c.req.json().catch(() => null)) as Record<string, unknown> | null;
  if (body === null) return c.json(describeException(valueError('could not parse the body as json')), 400);
  try {
    const [model = '', method = ''] = [c.req.param('model'), c.req.param('method')];
    const { params } = methodOf(model, method);
    const { ids = [], context = {}, ...args } = body;
    const unknown = Object.keys(args).find((name) => !params.includes(name));
    if (unknown) return c.json(describeException(valueError(`got an unexpected keyword argument '${unknown}'`)), 422);
    const call = { model, method, ids: ids as number[], args, context: context as Record<string, unknown> };
    return c.json(server.run(call) as never);
  } catch (error) {
    if (!(error instanceof OdooException)) throw error;
    return c.json(describeException(error), statusOf(error));
  }
}

/** Errors come with status 200; a body that is no JSON gets one that is none either. */
async function jsonRpcDoor(c: Context, server: OdooServer): Promise<Response> {
  type Body = { id: unknown; params: { service: string; method: string; args: readonly unknown[] } };
  const body = (await c.req.json().catch(() => null)) as Body | null;
  if (body === null) return c.html('<!doctype html><title>400 Bad Request</title>', 400);
  const { service, method, args } = body.params;
  try {
    return c.json({ jsonrpc: '2.0', id: body.id, result: serve(server, service, method, args) as never });
  } catch (error) {
    if (!(error instanceof OdooException)) throw error;
    const fault = { code: 0, message: 'Odoo Server Error', data: describeException(error) };
    return c.json({ jsonrpc: '2.0', id: body.id, error: fault });
  }
}

/** Faults come with status 200, one of them after the work was done: nothing cannot be written in XML-RPC. */
async function xmlRpcDoor(c: Context, server: OdooServer): Promise<Response> {
  const call = decodeCall(await c.req.text());
  if (!call.ok) return c.html('<!doctype html><title>400 Bad Request</title>', 400);
  const answer = (() => {
    try {
      const value = serve(server, c.req.param('service') ?? '', call.value.method, call.value.params);
      if (value !== null) return encodeAnswer({ kind: 'value', value });
      const nothing = new OdooException('builtins.TypeError', 'cannot marshal None unless allow_none is enabled');
      return encodeAnswer({ kind: 'fault', ...rpcFault(nothing) });
    } catch (error) {
      if (!(error instanceof OdooException)) throw error;
      return encodeAnswer({ kind: 'fault', ...rpcFault(error) });
    }
  })();
  return c.body(answer, 200, { 'content-type': 'text/xml; charset=utf-8' });
}

/** The services `common` and `object` of both older protocols. */
function serve(server: OdooServer, service: string, method: string, args: readonly unknown[]): unknown {
  if (service === 'common' && method === 'version') {
    return { server_version: server.version, server_version_info: versionInfo(server), protocol_version: 1 };
  }
  const [database] = args;
  if (database !== ACCOUNT.database) {
    throw new OdooException('psycopg2.OperationalError', `FATAL:  database "${String(database)}" does not exist`);
  }
  if (service === 'common' && method === 'authenticate') {
    return args[1] === ACCOUNT.login && args[2] === ACCOUNT.apiKey ? USER_ID : false;
  }
  if (service !== 'object' || method !== 'execute_kw') throw valueError(`no method ${method} in ${service}`);
  const [, user, secret, model, name, positional = [], named = {}] = args;
  if (user !== USER_ID || secret !== ACCOUNT.apiKey) throw accessDenied();
  return server.run(callOf(String(model), String(name), positional as readonly unknown[], named as object));
}
