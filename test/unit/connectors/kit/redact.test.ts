import { expect, test } from 'vitest';
import { redact, redactText } from '../../../../connectors/kit/redact.ts';
import { buildXml } from '../../../../connectors/kit/xml.ts';

const rule = { names: ['pin'], values: ['s3cret-value'] };

test.each([
  ['a whole one', '{"access_token":"abc","scope":"orders"}', '{"access_token":"[redacted]","scope":"orders"}'],
  ['one that was cut inside the token', '{"access_token": "abc-d', '{"access_token":"[redacted]'],
  ['one with a quote in the token', '{"PIN":"a\\"b","x":"y"}', '{"PIN":"[redacted]","x":"y"}'],
  ['one of no secret', '{"scope":"orders', '{"scope":"orders'],
])('%s: an answer that stays a text loses the tokens in it', (_about, text, left) => {
  expect(redact(text, rule)).toBe(left);
});

test('a secret value is taken out wherever it stands', () => {
  expect(redact({ note: 'it is s3cret-value', headers: new Map([['pin', '7']]) }, rule)).toEqual({
    note: 'it is [redacted]',
    headers: { pin: '[redacted]' },
  });
});

test('a secret is taken out as it is, and as a URL, an XML text and an XML attribute write it', () => {
  const secret = 'p"a&ss<wo>rd';
  const said = `${secret} ${encodeURIComponent(secret)} ${buildXml('a', { $: { value: secret }, b: secret })}`;
  expect(redactText(said, [secret])).not.toMatch(/ss.{1,4}wo/);
});
