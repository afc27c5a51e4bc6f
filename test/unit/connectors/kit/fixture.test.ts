import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFixtures } from '../../../../connectors/kit/fixture.ts';
import { REDACTED, redact, redactText, secretsOf } from '../../../../connectors/kit/redact.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossdock-fixtures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('fixtures are read by name, and a folder that is not there has none', () => {
  writeFileSync(join(folder, 'b.json'), '{"about":"second","topic":"order","raw":{"id":2}}');
  writeFileSync(join(folder, 'a.json'), '{"about":"first","raw":[1]}');
  writeFileSync(join(folder, 'notes.txt'), 'no fixture');
  expect(readFixtures(folder)).toEqual([
    { name: 'a', about: 'first', raw: [1] },
    { name: 'b', about: 'second', topic: 'order', raw: { id: 2 } },
  ]);
  expect(readFixtures(join(folder, 'nowhere'))).toEqual([]);
});

test('a file that is no fixture is an error with its name', () => {
  writeFileSync(join(folder, 'odd.json'), '{"raw":1}');
  expect(() => readFixtures(folder)).toThrow('odd.json is no fixture');
});

test('secrets go by name in any spelling, and by value wherever they stand', () => {
  const given = {
    headers: new Map([['AUTHORIZATION', 'Bearer x']]),
    list: [{ Password: 'p', text: 'call with s3cret&more' }],
    form: 'client=1&secret=s3cret%26more',
    bytes: new Uint8Array(3),
  };
  expect(redact(given, { names: [], values: ['s3cret&more'] })).toEqual({
    headers: { AUTHORIZATION: REDACTED },
    list: [{ Password: REDACTED, text: `call with ${REDACTED}` }],
    form: `client=1&secret=${REDACTED}`,
    bytes: '[3 bytes]',
  });
});

test('a secret inside another leaves no rest, and a very short one takes no words out', () => {
  const values = secretsOf({ a: 'key-1', b: 'key-1-long', c: 'no', d: 7 }, ['a', 'b', 'c', 'd', 'e']);
  expect(redactText('key-1-long key-1 nothing', values)).toBe(`${REDACTED} ${REDACTED} nothing`);
});

test('half a JSON answer is redacted by the names in it, too', () => {
  const names = ['session'];
  expect(redact('{"access_token":"eyJhbGciO', { names, values: [] })).toBe('{"access_token":"[redacted]');
  expect(redact('{"Session" : "abc", "state":"open"}', { names, values: [] })).toBe(
    '{"Session":"[redacted]", "state":"open"}',
  );
});
