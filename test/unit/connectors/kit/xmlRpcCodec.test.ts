import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAnswer, decodeCall, encodeAnswer, encodeCall } from '../../../../connectors/kit/xmlRpcCodec.ts';

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

test('a type beyond the plain ones is read by whoever asks, under its name without a prefix', () => {
  const member = (name: string, type: string, text: string): string =>
    `<member><name>${name}</name><value><${type}>${text}</${type}></value></member>`;
  const struct = `${member('at', 'dateTime.iso8601', '20260601T12:00:00')}${member('price', 'ex:bigdecimal', '1.20')}`;
  const answer = `<methodResponse xmlns:ex="urn:x"><params><param><value><struct>${struct}</struct></value></param></params></methodResponse>`;
  const read = (typed?: (type: string, text: string) => unknown): unknown => {
    const decoded = decodeAnswer(answer, typed);
    return decoded.ok && decoded.value.kind === 'value' ? decoded.value.value : decoded;
  };
  expect(read()).toEqual({ at: '20260601T12:00:00', price: '1.20' });
  expect(read((type, text) => `${type} ${text}`)).toEqual({
    at: 'dateTime.iso8601 20260601T12:00:00',
    price: 'bigdecimal 1.20',
  });
});
