import { parseXml, type XmlNode } from '../kit/xml.ts';
import { UnreadableFile } from './csv.ts';
import { type FileRow, unreadableRow } from './fileRow.ts';
import type { FileMapping } from './mapping.ts';
import { fieldsOf, type Walk } from './tree.ts';

const MAX_RECORD = 8 * 2 ** 20;

const WALK: Walk = {
  inner(node, name) {
    if (typeof node !== 'object' || node === null) return [];
    const { $: attributes = {}, ...children } = node as { readonly $?: XmlNode } & XmlNode;
    if (name.startsWith('@')) return Object.hasOwn(attributes, name.slice(1)) ? [attributes[name.slice(1)]] : [];
    const value = Object.hasOwn(children, name) ? children[name] : undefined;
    return Array.isArray(value) ? value : [];
  },
  text: (node) => (typeof node === 'string' ? node : String((node as { readonly _?: unknown } | null)?._ ?? '')),
};

/**
 * The order lines of an XML text, one order element at a time, so that a file of any size is read in the memory of its
 * largest order. An element that is not well-formed is a row with a problem, and the next one is read.
 */
export async function* xmlRows(chunks: AsyncIterable<string>, mapping: FileMapping): AsyncIterable<readonly FileRow[]> {
  const name = mapping.record ?? '';
  const begin = new RegExp(`<${RegExp.escape(name)}(?=[\\s/>])`);
  const end = new RegExp(`</${RegExp.escape(name)}\\s*>`);
  let rest = '';
  let line = 1;
  const skip = (length: number): void => {
    line += rest.slice(0, length).split('\n').length - 1;
    rest = rest.slice(length);
  };
  for await (const chunk of chunks) {
    rest += chunk;
    if (/<!DOCTYPE/i.test(rest)) throw new UnreadableFile('XML with a document type is refused', line);
    const rows: FileRow[] = [];
    for (let found = begin.exec(rest); found; found = begin.exec(rest)) {
      skip(found.index);
      const closed = end.exec(rest);
      if (!closed) break;
      const length = closed.index + closed[0].length;
      rows.push(...rowsOf(rest.slice(0, length), line, mapping));
      skip(length);
    }
    if (rest.length > MAX_RECORD) throw new UnreadableFile(`no end of a <${name}> element`, line);
    yield rows;
  }
  if (begin.test(rest)) throw new UnreadableFile(`the <${name}> element is not closed`, line);
}

function rowsOf(text: string, line: number, mapping: FileMapping): readonly FileRow[] {
  const parsed = parseXml(text);
  if (!parsed.ok) return [unreadableRow(line, parsed.error.code)];
  const record = parsed.value[mapping.record ?? ''];
  const found = fieldsOf(record, mapping, WALK).map((fields) => ({ line, fields }));
  return found.length > 0 ? found : [unreadableRow(line, 'without-lines')];
}
