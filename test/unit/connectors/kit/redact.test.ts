import { expect, test } from 'vitest';
import { redact } from '../../../../connectors/kit/redact.ts';

const rule = { names: ['dhl-api-key'], values: ['s3cret-value'] };

test('a token in half an answer, which is no JSON any more, is taken out', () => {
  expect(redact('{"token_type":"Bearer","access_token": "abc-1","exp', rule)).toBe(
    '{"token_type":"Bearer","access_token":"[redacted]","exp',
  );
  expect(redact('{"access_token":"abc', rule)).toBe('{"access_token":"[redacted]');
});

test('texts keep what is no secret', () => {
  const text = 'He said: "access_token" is a word, {"name":"Jane"} is a name';
  expect(redact(text, rule)).toBe(text);
});

test('names and values are taken out at any depth', () => {
  expect(redact({ a: [{ 'DHL-API-Key': 'k', b: 'has s3cret-value in it' }] }, rule)).toEqual({
    a: [{ 'DHL-API-Key': '[redacted]', b: 'has [redacted] in it' }],
  });
});
