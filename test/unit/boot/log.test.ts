import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLog } from '../../../boot/log.ts';
import { REDACTED, redact, redactText, withoutPassword } from '../../../boot/redact.ts';

const SECRET = 'hunter2hunter2';

function logged(write: (log: ReturnType<typeof openLog>) => void, isTTY = false): string {
  const stream = Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
  write(openLog({ level: 'debug', stream }));
  return String(stream.read() ?? '');
}

test.each([
  ['a header', { headers: { Authorization: `Bearer ${SECRET}`, cookie: SECRET, 'X-Shopify-Hmac-Sha256': SECRET } }],
  ['an access token at depth', { a: [{ b: { accessToken: SECRET } }] }],
  ['settings', { settings: { clientSecret: SECRET, password: SECRET, apiKey: SECRET, api_key: SECRET } }],
  ['an address with a password', { url: `postgres://hub:${SECRET}@db/hub` }],
  ['a query parameter', { url: `https://api.example/x?a=1&access_token=${SECRET}&b=2` }],
  ['a text with a bearer token', { note: `sent Bearer ${SECRET}` }],
  ['JSON in a text', { body: `{"client_secret":"${SECRET}","a":1}` }],
  ['a map', { headers: new Map([['authorization', SECRET]]) }],
  ['bytes', { sealed: Buffer.from(SECRET), body: Buffer.from(SECRET) }],
  ['a numeric password', { password: 12345678 }],
])('%s does not reach the log', (_name, fields) => {
  const line = logged((log) => log.info(fields, 'said'));
  expect(line).not.toMatch(/hunter2|12345678/);
  expect(line).toMatch(/redacted|bytes/);
});

test('messages, interpolated values, child bindings and errors are cleaned too', () => {
  const failure = Object.assign(
    new Error(`connect postgres://u:${SECRET}@h failed`, { cause: new Error(`token=${SECRET}`) }),
    {
      code: 'ECONNREFUSED',
      config: { headers: { authorization: SECRET } },
    },
  );
  const text = logged((log) => {
    log.warn(`token=${SECRET}`);
    log.info('used %s', `Bearer ${SECRET}`);
    log.child({ apiKey: SECRET, connection: 'shop' }).info('child');
    log.error(failure);
    log.error({ err: failure }, 'wrapped');
    log.error(failure, 'named');
  });
  expect(text).not.toContain('hunter2');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[2]).toMatchObject({ level: 'info', connection: 'shop', apiKey: REDACTED, msg: 'child' });
  expect(lines[3]).toMatchObject({
    level: 'error',
    err: { type: 'Error', code: 'ECONNREFUSED', cause: { type: 'Error' } },
  });
  expect(lines[4]).toMatchObject({
    msg: 'wrapped',
    err: { code: 'ECONNREFUSED', stack: expect.stringContaining('log.test') },
  });
  expect(lines[5]).toMatchObject({ msg: 'named', err: { type: 'Error' } });
});

test('what an operator needs stays: flags, ids, counts, the tokens of a rate budget', () => {
  const fields = { hasSecret: true, tokenCount: 3, secretVersion: 2, apiKeyId: 'k1', tokens: 5, orders: 7, passed: 2 };
  expect(redact(fields)).toEqual(fields);
  expect(redactText('3 tokens left of https://api.example:8443/path')).toBe(
    '3 tokens left of https://api.example:8443/path',
  );
});

test('no value makes redaction throw or change its input, and a cycle ends', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  expect(JSON.stringify(redact(cycle))).toContain('[deep]');
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
      (value) => {
        redact(value);
      },
    ),
  );
});

test('off a terminal each line is one JSON object with an instant in UTC', () => {
  const line = JSON.parse(logged((log) => log.info({ orders: 2 }, 'applied')));
  expect(line).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), orders: 2, msg: 'applied' });
});

test('on a terminal a line is short, and an error brings its stack', () => {
  const text = logged((log) => {
    log.info({ orders: 2, note: 'a b' }, 'applied');
    log.error(new Error('broken'), 'failed');
  }, true).replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '');
  const [first, second, third] = text.split('\n');
  expect(first).toMatch(/^\d\d:\d\d:\d\d info {2}applied orders=2 note="a b"$/);
  expect(second).toMatch(/error failed: broken$/);
  expect(third).toMatch(/^ +at /);
});

test('below its level the log says nothing', () => {
  expect(logged((log) => log.trace('x'))).toBe('');
});

test.each([
  ['postgres://hub:hunter2@db:5432/hub?sslmode=require&password=hunter2', 'postgres://hub@db:5432/hub'],
  ['postgres://hub:hun@ter2@db/hub', 'postgres://hub@db/hub'],
  ['redis://:hunter2@127.0.0.1:6379/0', 'redis://127.0.0.1:6379/0'],
  ['redis+cluster://a:6379,b:6379', 'redis+cluster://a:6379,b:6379'],
])('an address is shown without its password: %s', (address, shown) => {
  expect(withoutPassword(address)).toBe(shown);
});
