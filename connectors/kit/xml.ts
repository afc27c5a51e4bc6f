import { Builder, Parser } from 'xml2js';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';

const MAX_LENGTH = 16 * 2 ** 20;
const MAX_DEPTH = 100;

/** An element: attributes under `$`, text under `_`, children as arrays by name. */
export type XmlNode = { readonly [name: string]: unknown };

/**
 * Reads an XML text into nodes. A document type is refused before anything is parsed, so there are no entities to
 * expand and none to fetch; size and depth are bounded.
 */
export function parseXml(text: string): Result<XmlNode, Fault> {
  if (text.length > MAX_LENGTH)
    return err(permanent('xml-too-large', `the XML is longer than ${MAX_LENGTH} characters`));
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return err(permanent('xml-doctype', 'XML with a document type is refused'));
  const markup = withoutLiterals(text);
  if (markup.includes('<!')) return err(permanent('xml-broken', 'not well-formed XML: a declaration that is none'));
  if (depthOf(markup) > MAX_DEPTH) return err(permanent('xml-too-deep', `the XML is nested deeper than ${MAX_DEPTH}`));
  const parser = new Parser({
    explicitArray: true,
    explicitCharkey: true,
    explicitRoot: true,
    async: false,
    strict: true,
  });
  let outcome: Result<XmlNode, Fault> = err(permanent('xml-empty', 'the XML is empty'));
  parser.parseString(text, (error: Error | null, node: unknown) => {
    if (error) outcome = err(permanent('xml-broken', `not well-formed XML: ${error.message.split('\n')[0]}`));
    else if (typeof node === 'object' && node !== null) outcome = ok(node as XmlNode);
  });
  return outcome;
}

/** How deep elements are nested. One pass: a tag ends at the next angle bracket, so that no text is read twice. */
function depthOf(markup: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of markup.matchAll(/<(\/?)[A-Za-z_][^<>]*/g)) {
    if (match[1]) depth -= 1;
    else if (!match[0].endsWith('/')) deepest = Math.max(deepest, ++depth);
  }
  return deepest;
}

const LITERALS = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
];

/** The text without comments and CDATA sections; what is never closed is left out to the end. */
function withoutLiterals(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!'); at !== -1; at = text.indexOf('<!', Math.max(from, at + 2))) {
    const literal = LITERALS.find(({ start }) => text.startsWith(start, at));
    if (!literal) continue;
    kept.push(text.slice(from, at));
    const end = text.indexOf(literal.end, at + literal.start.length);
    if (end === -1) return kept.join('');
    from = end + literal.end.length;
  }
  return kept.join('') + text.slice(from);
}

/** Writes nodes as an XML text; text is escaped. */
export function buildXml(root: string, content: unknown): string {
  return new Builder({ rootName: root, renderOpts: { pretty: false } }).buildObject(content);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be written
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text without what XML 1.0 has no way to write; nobody could read a document with it. */
export const writable = (text: string): string => text.replace(UNWRITABLE, '');
