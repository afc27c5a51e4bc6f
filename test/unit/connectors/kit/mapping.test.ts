import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileMapping } from '../../../../connectors/kit/mapping/mapping.ts';
import type { CanonicalRecord } from '../../../../core/documents/index.ts';
import { sampleOrder } from '../../../support/sampleOrder.ts';

const order = { ...sampleOrder(1), note: 'leave at the door' };
const record: CanonicalRecord = { name: 'order', document: order };

function mapped(...rules: readonly object[]) {
  const mapping = compileMapping({ rules: rules.map((rule) => ({ document: 'order', ...rule })) });
  return mapping.ok ? mapping.value.map(record, 'in') : mapping;
}
const documentOf = (...rules: readonly object[]): Record<string, never> => {
  const result = mapped(...rules);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value.document as unknown as Record<string, never>;
};

describe('a rule', () => {
  test('sets a value at one place, and at every element of a list', () => {
    const document = documentOf(
      { at: '/number', to: "'S-' + value" },
      { at: '/lines/*/sku', to: "value + '@' + doc.channel" },
    );
    expect(document).toMatchObject({
      number: `S-${order.number}`,
      lines: order.lines.map(({ sku }) => ({ sku: `${sku}@online` })),
    });
  });

  test('sees the list element around its place, and whole numbers as numbers', () => {
    const document = documentOf({ at: '/lines/*/title', to: "item.sku + ' x' + string(item.quantity * 2)" });
    expect(document['lines']).toMatchObject(
      order.lines.map(({ sku, quantity }) => ({ title: `${sku} x${quantity * 2}` })),
    );
  });

  test('adds a field that is not there, and drops one that is', () => {
    const document = documentOf({ at: '/cancelReason', to: "'none'" }, { at: '/note', drop: true });
    expect(document['cancelReason']).toBe('none');
    expect('note' in document).toBe(false);
  });

  test('holds only where its condition does', () => {
    expect(documentOf({ at: '/note', when: "doc.currency == 'JPY'", to: "'x'" })['note']).toBe(order.note);
    expect(
      documentOf({ at: '/note', when: "doc.currency == 'EUR' && value.contains('door')", to: "'x'" })['note'],
    ).toBe('x');
  });

  test('turns codes by its table, and refuses an unlisted one only when it says so', () => {
    const codes = { [order.lines[0]?.sku ?? '']: 'OURS-1' };
    expect(documentOf({ at: '/lines/*/sku', codes })['lines']).toMatchObject([
      { sku: 'OURS-1' },
      { sku: order.lines[1]?.sku },
    ]);
    expect(documentOf({ at: '/lines/*/sku', codes: { other: 'x' } })['lines']).toMatchObject(
      order.lines.map(({ sku }) => ({ sku })),
    );
    expect(mapped({ at: '/lines/*/sku', codes: { other: 'x' }, unlisted: 'refuse' })).toMatchObject({
      ok: false,
      error: { code: 'mapping-failed', at: '/lines/0/sku' },
    });
  });

  test('of another document or direction leaves the record as it is', () => {
    expect(
      documentOf({ document: 'stock', at: '/sku', to: "'x'" }, { direction: 'out', at: '/note', to: "'x'" }),
    ).toEqual(order);
  });

  test('whose outcome is no document any more is refused, and the record is not changed', () => {
    const before = JSON.stringify(record);
    expect(mapped({ at: '/lines/*/quantity', to: '0 - value' })).toMatchObject({ error: { code: 'mapping-invalid' } });
    expect(mapped({ at: '/currency', to: '7' })).toMatchObject({ error: { code: 'mapping-invalid' } });
    expect(JSON.stringify(record)).toBe(before);
  });
});

test.each([
  [{ at: '/note', to: 'doc.' }, '/rules/0/to'],
  [{ at: '/note', to: 'nothing + 1' }, '/rules/0/to'],
  [{ at: '/note', to: "value.matches('(a+)+$')" }, '/rules/0/to'],
  [{ at: '/note', to: "[value].exists(x, x.matches('a'))" }, '/rules/0/to'],
  [{ at: '/note', when: '1 +', to: "''" }, '/rules/0/when'],
  [{ at: '/note', to: "'x'", drop: true }, '/rules/0'],
  [{ at: '/note' }, '/rules/0'],
  [{ at: 'note', to: "'x'" }, '/rules/0/at'],
  [{ at: '/note', too: "'x'" }, '/rules/0'],
  [{ document: 'invoice', at: '/note', to: "'x'" }, '/rules/0/document'],
])('%j is refused before it is in force, at %s', (rule, at) => {
  expect(mapped(rule)).toMatchObject({ ok: false, error: { code: 'mapping-malformed', at } });
});

test('an expression reaches nothing but the document: no prototype, no global, no end of time', () => {
  for (const to of ['value.constructor', 'doc.__proto__', 'item.toString', 'doc.lines.map(l, l.constructor)'])
    expect(mapped({ at: '/note', to })).toMatchObject({ ok: false, error: { code: 'mapping-failed' } });
  expect(mapped({ at: '/note', to: 'globalThis' })).toMatchObject({ error: { code: 'mapping-malformed' } });
  expect(mapped({ at: '/__proto__/polluted', to: "'x'" })).toMatchObject({ ok: true });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(mapped({ at: '/note', to: `${'('.repeat(200)}1${')'.repeat(200)}` })).toMatchObject({ ok: false });
});

test('no rules at all, however written, make the compiler or a mapping throw', () => {
  const text = fc.constantFrom(
    'value',
    'doc.number',
    "'x'",
    '1',
    'item.sku',
    'value + 1',
    '[1].map(x, x)',
    'true ? 1 : 2',
    '',
  );
  const at = fc.constantFrom(
    '/note',
    '/lines/*/sku',
    '/lines/0/sku',
    '/nothing/here',
    '/*',
    '/tags/*',
    '/__proto__/x',
    'x',
  );
  let applied = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      fc.array(fc.record({ at, to: text, when: fc.option(text, { nil: undefined }) }), { maxLength: 4 }),
      (rules) => {
        if (mapped(...rules).ok) applied++;
        else refused++;
      },
    ),
    { numRuns: 300 },
  );
  expect(applied).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});
