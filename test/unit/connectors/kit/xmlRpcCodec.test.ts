import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeAnswer,
  decodeCall,
  encodeAnswer,
  encodeCall,
  TypedText,
} from '../../../../connectors/kit/xmlRpcCodec.ts';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: fc.constantFrom('a', 'ß', '漢', '<', '&', '"', '0', ']]>', '𝕏') }),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n)),
    fc.boolean(),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z_./]{1,8}$/), tie('any'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).any;

test('every plain value comes back as it went', () => {
  let structs = 0;
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), (params) => {
      expect(decodeCall(encodeCall('execute_kw', params))).toEqual({
        ok: true,
        value: { method: 'execute_kw', params },
      });
      structs += params.filter((param) => typeof param === 'object' && !Array.isArray(param)).length;
    }),
    { numRuns: 150, seed: 7 },
  );
  expect(structs).toBeGreaterThan(20);
});

test('a fault is told from a value, and nothing is sent as false', () => {
  expect(decodeAnswer(encodeAnswer({ kind: 'fault', code: '2', text: 'No & no' }))).toEqual({
    ok: true,
    value: { kind: 'fault', code: '2', text: 'No & no' },
  });
  expect(decodeCall(encodeCall('m', [null]))).toMatchObject({ ok: true, value: { params: [false] } });
});

test('a text that XML cannot write loses what cannot be written, not the call', () => {
  expect(decodeCall(encodeCall('m', ['a\u0000b\u001Fc']))).toMatchObject({ ok: true, value: { params: ['abc'] } });
});

test.each(['', 'no xml', '<html><body/></html>', '<methodResponse/>'])('%j is a fault, not an answer', (text) => {
  expect(decodeAnswer(text)).toMatchObject({ ok: false, error: { kind: 'permanent' } });
});

test('a time is written under its type; it and types beyond the plain ones are read as their texts', () => {
  const at = new TypedText('dateTime.iso8601', '20260601T12:00:00');
  const price = new TypedText('ex:bigdecimal', '1.20');
  const text = encodeAnswer({ kind: 'value', value: { at, price } });
  expect(text).toContain('<dateTime.iso8601>20260601T12:00:00</dateTime.iso8601>');
  expect(decodeAnswer(text.replace('<methodResponse>', '<methodResponse xmlns:ex="urn:x">'))).toEqual({
    ok: true,
    value: { kind: 'value', value: { at: '20260601T12:00:00', price: '1.20' } },
  });
});
