import { expect, test } from 'vitest';
import { buildXml, parseXml } from '../../../../connectors/kit/xml.ts';

test('elements are arrays by name, with attributes under $ and text under _', () => {
  const parsed = parseXml('<order id="7"><line>a</line><line>b &amp; c</line></order>');
  expect(parsed).toEqual({
    ok: true,
    value: { order: { $: { id: '7' }, line: [{ _: 'a' }, { _: 'b & c' }] } },
  });
});

test.each([
  { about: 'a document type', text: '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', code: 'xml-doctype' },
  { about: 'nesting without end', text: `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, code: 'xml-too-deep' },
  { about: 'a text that is not XML', text: 'hello', code: 'xml-broken' },
  { about: 'an element that is not closed', text: '<a><b></a>', code: 'xml-broken' },
  { about: 'nothing', text: '', code: 'xml-empty' },
])('$about is refused by name', ({ text, code }) => {
  expect(parseXml(text)).toMatchObject({ ok: false, error: { kind: 'permanent', code } });
});

test('HTML inside a CDATA section or a comment does not count as nesting', () => {
  const html = '<br>'.repeat(300);
  expect(parseXml(`<a><![CDATA[${html}]]></a>`)).toMatchObject({ ok: true, value: { a: { _: html } } });
  expect(parseXml(`<a><!-- ${html} --></a>`).ok).toBe(true);
});

test('a text made to be slow is judged in time that grows with its length only', () => {
  for (const part of ['<a', '<!--', '<![CDATA[', '<!', '<a x="']) {
    const started = performance.now();
    parseXml(part.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3000);
  }
});

test('what is written is read back, with every character of XML in a text', () => {
  const text = '<&>"\' ü 日本 ]]>';
  const parsed = parseXml(buildXml('order', { line: [{ _: text, $: { id: '"1"' } }] }));
  expect(parsed).toMatchObject({ ok: true, value: { order: { line: [{ _: text, $: { id: '"1"' } }] } } });
});
