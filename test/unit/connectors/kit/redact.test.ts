import { expect, test } from 'vitest';
import { redact } from '../../../../connectors/kit/redact.ts';

const rule = { names: ['pin'], values: ['s3cret-value'] };

test.each([
  ['a whole one', '{"access_token":"abc","scope":"orders"}', '{"access_token":"[redacted]","scope":"orders"}'],
  ['one that was cut inside the token', '{"access_token": "abc-d', '{"access_token": "[redacted]"'],
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
