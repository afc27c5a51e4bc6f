import type { Context, Hono } from 'hono';
import { instantOf } from '../../../core/shared/instant.ts';
import { decodeCall, encodeAnswer, TypedText } from '../../kit/xmlRpcCodec.ts';
import { entityOf, type ReadName } from '../entities.ts';
import { DecimalParam, type Params, RecordParam } from '../params.ts';
import { writeServerTime } from '../serverTime.ts';
import { decodeSoap, encodeSoap } from '../soapCodec.ts';
import { Digits, type In, type Out, Rows, ServiceError } from './service.ts';
import { SERVICES_THERE } from './services.ts';
import type { Row, Store } from './store.ts';

/** The one account of the simulated server. */
export const ACCOUNT = { username: 'hub', password: 'simulated-password-7c1e' } as const;
const BASIC = `Basic ${Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`).toString('base64')}`;

export type Server = {
  readonly store: Store;
  readonly tokens: string[];
  /** Whether storeOrder takes maps for records, by the component of the README. Over SOAP it needs none. */
  readonly takesMaps: boolean;
};

/** The REST plugin, and the XML-RPC and SOAP handlers of webtools. */
export function doors(app: Hono, server: Server): void {
  app.post('/rest/auth/token', (c) => tokenDoor(c, server));
  app.post('/rest/services/:name', (c) => restDoor(c, server));
  app.post('/webtools/control/xmlrpc', (c) => xmlRpcDoor(c, server));
  app.post('/webtools/control/SOAPService', (c) => soapDoor(c, server));
  app.notFound((c) => c.html('<!doctype html><title>404</title>', 404));
}

/** Runs a service: refused are unknown ones and those whose attributes are missing. */
function run({ store, takesMaps }: Server, name: string, given: In, isSoap: boolean): Out {
  const service = SERVICES_THERE[name];
  if (!service) throw new ServiceError(`Service '${name}' is not exportable.`);
  const missing = service.required.find((each) => given[each] === undefined);
  if (missing) throw new ServiceError(`The following required parameter is missing: [IN] [${name}.${missing}]`);
  if (name === 'storeOrder' && !isSoap && !takesMaps)
    throw new ServiceError('java.util.LinkedHashMap cannot be cast to org.apache.ofbiz.entity.GenericValue');
  return service.run(store, given);
}

function tokenDoor(c: Context, { tokens }: Server): Response {
  if (c.req.header('authorization') !== BASIC)
    return c.json(
      { statusCode: 403, statusDescription: 'Forbidden', errorMessage: 'Access Denied: User not found.' },
      403,
    );
  const token = `eyJhbGciOiJIUzUxMiJ9.simulated-${tokens.length + 1}`;
  tokens.push(token);
  const data = { access_token: token, expires_in: '1800', token_type: 'Bearer' };
  return c.json({ statusCode: 200, statusDescription: 'OK', successMessage: 'Token granted.', data });
}

async function restDoor(c: Context, server: Server): Promise<Response> {
  const name = c.req.param('name') ?? '';
  const token = c.req.header('authorization')?.replace('Bearer ', '');
  if (token === undefined || !server.tokens.includes(token)) return refused(c, 401, 'Unauthorized: Access is denied.');
  if (!(name in SERVICES_THERE)) return refused(c, 404, `Service '${name}' is not exportable.`);
  const given = (await c.req.json().catch(() => null)) as In | null;
  if (given === null) return refused(c, 400, 'The request body is missing.');
  try {
    return c.json({ statusCode: 200, statusDescription: 'OK', data: jsonOf(run(server, name, given, false)) });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const isCast = error.message.includes('cannot be cast');
    const more = { errorType: isCast ? 'ClassCastException' : 'ServiceError', errorDescription: error.message };
    return refused(c, isCast ? 500 : 422, `Service ${name} failed`, more);
  }
}

const refused = (
  c: Context,
  statusCode: 400 | 401 | 404 | 422 | 500,
  errorMessage: string,
  more: object = {},
): Response => c.json({ statusCode, statusDescription: 'Error', ...more, errorMessage }, statusCode);

/** The plugin leaves out what is empty. */
function jsonOf(out: Out): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(out)) {
    if (!(value instanceof Rows)) data[key] = value instanceof Digits ? Number(value.text) : value;
    else if (value.rows.length > 0) data[key] = value.rows.map((row) => asJson(row, value));
  }
  return data;
}

const kindOf = (field: string, entity: string): 'decimal' | 'plain' =>
  (entityOf(entity as ReadName)?.decimals ?? []).includes(field) ? 'decimal' : 'plain';

function asJson(row: Row, { entity }: Rows): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'number') return [name, instantOf(value).replace('Z', '+0000')];
      return [name, kindOf(name, entity) === 'decimal' ? Number(value) : value];
    }),
  );
}

async function xmlRpcDoor(c: Context, server: Server): Promise<Response> {
  const call = decodeCall(await c.req.text());
  if (!call.ok) return c.html('<!doctype html><title>400</title>', 400);
  const [given = {}] = call.value.params as readonly In[];
  const answer = (() => {
    try {
      if (!isLoggedIn(given) || c.req.header('authorization') !== BASIC) throw new ServiceError('Not authorized');
      const out = Object.entries(run(server, call.value.method, given, false));
      return encodeAnswer({
        kind: 'value',
        value: Object.fromEntries(out.map(([key, value]) => [key, asStruct(value, server)])),
      });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return encodeAnswer({ kind: 'fault', code: '0', text: error.message });
    }
  })();
  return c.body(answer, 200, { 'content-type': 'text/xml' });
}

const isLoggedIn = (given: In): boolean =>
  given['login.username'] === ACCOUNT.username && given['login.password'] === ACCOUNT.password;

/** To the second and without a zone: what XML-RPC has for a time. */
function asStruct(value: Out[string], { store }: Server): unknown {
  if (value instanceof Digits) return new TypedText('ex:bigdecimal', value.text);
  if (!(value instanceof Rows)) return value;
  return value.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, field]) => {
        if (typeof field !== 'number')
          return [name, kindOf(name, value.entity) === 'decimal' ? new TypedText('ex:bigdecimal', field) : field];
        const wall = writeServerTime(instantOf(field), store.zone);
        return [name, new TypedText('dateTime.iso8601', wall.slice(0, 19).replaceAll('-', '').replace(' ', 'T'))];
      }),
    ),
  );
}

async function soapDoor(c: Context, server: Server): Promise<Response> {
  const call = decodeSoap(await c.req.text());
  if (!call.ok || call.value.kind === 'fault') return c.html('<!doctype html><title>500</title>', 500);
  const { element, value } = call.value;
  const answer = ((): Params => {
    try {
      // What is wrong with a login the handler does not say.
      const given = (value ?? {}) as In;
      if (SERVICES_THERE[element]?.auth !== false && !isLoggedIn(given))
        throw new ServiceError('Problem processing the service, check your parameters.');
      const out = Object.entries(run(server, element, given, true));
      return {
        responseMessage: 'success',
        ...Object.fromEntries(out.map(([key, each]) => [key, asParam(each, server)])),
      };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { responseMessage: 'error', errorMessage: error.message };
    }
  })();
  return c.body(encodeSoap(`${element}Response`, answer), 200, { 'content-type': 'text/xml' });
}

function asParam(value: Out[string], { store }: Server): Params[string] {
  if (value instanceof Digits) return new DecimalParam(`${value.text}0000`);
  if (!(value instanceof Rows)) return value;
  return value.rows.map((row) => {
    const fields = Object.entries(row).map(([name, field]) => [
      name,
      typeof field === 'number' ? writeServerTime(instantOf(field), store.zone) : field,
    ]);
    return new RecordParam(value.entity, Object.fromEntries(fields) as Record<string, string>);
  });
}
