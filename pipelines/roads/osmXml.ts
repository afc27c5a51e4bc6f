import { BadMap, type OsmMember, type OsmVisitor } from './osmVisitor.ts';

/** Longer than any tag of a map; what is longer without an end is no XML. */
const LONGEST_TAG = 2 ** 20;
const TAG = /<(?:\?[^>]*\?|!--[\s\S]*?--|(\/?)([a-zA-Z_]\w*)((?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/y;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads OSM XML (wiki: "OSM XML", version 0.6) from pieces of text. Throws BadMap when it is something else or ends early. */
export async function scanOsmXml(texts: AsyncIterable<string>, visitor: OsmVisitor): Promise<void> {
  const reader = new ElementReader(visitor);
  let rest = '';
  for await (const text of texts) {
    rest = takeTags(rest + text, reader);
    if (rest.length > LONGEST_TAG) throw new BadMap('is no OSM XML: a tag does not end');
  }
  if (!reader.isDone) throw new BadMap('is not whole: it ends before </osm>');
}

/** Hands over all whole tags of a text; answers what is left. */
function takeTags(text: string, reader: ElementReader): string {
  let at = text.indexOf('<');
  while (at !== -1) {
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (tag === null) {
      const isOpen = text.indexOf('>', at) === -1 || text.startsWith('<!--', at) || text.length - at < 4096;
      if (!isOpen) throw new BadMap(`is no OSM XML: ${JSON.stringify(text.slice(at, at + 40))} is no tag`);
      return text.slice(at);
    }
    handOver(tag, reader);
    at = text.indexOf('<', at + tag[0].length);
  }
  return '';
}

function handOver([, slash, name, attributes = '', isEmpty]: RegExpExecArray, reader: ElementReader): void {
  if (name === undefined) return;
  if (slash !== '/') reader.open(name, attributes);
  if (slash === '/' || isEmpty === '/') reader.close(name);
}

/** Puts elements together from their tags. */
class ElementReader {
  isDone = false;
  #hasBegun = false;
  readonly #visitor: OsmVisitor;
  #kind: 'node' | 'way' | 'relation' | undefined;
  #own = new Map<string, string>();
  #tags = new Map<string, string>();
  #nodes: number[] = [];
  #members: OsmMember[] = [];

  constructor(visitor: OsmVisitor) {
    this.#visitor = visitor;
  }

  open(name: string, attributes: string): void {
    if (!this.#hasBegun && name !== 'osm') throw new BadMap(`is no OSM XML: it begins with <${name}>`);
    this.#hasBegun = true;
    if (name === 'node' || name === 'way' || name === 'relation') this.#begin(name, attributes);
    else if (this.#kind !== undefined) this.#part(name, readAttributes(attributes));
  }

  close(name: string): void {
    if (name === 'osm') this.isDone = true;
    if (name !== this.#kind) return;
    const id = number(this.#own, 'id', name);
    if (name === 'node' && this.#own.get('visible') !== 'false') {
      this.#visitor.node?.(id, number(this.#own, 'lat', name), number(this.#own, 'lon', name), this.#tags);
    }
    if (name === 'way') this.#visitor.way?.(id, this.#nodes, this.#tags);
    if (name === 'relation') this.#visitor.relation?.(id, this.#members, this.#tags);
    this.#kind = undefined;
  }

  #begin(name: 'node' | 'way' | 'relation', attributes: string): void {
    if (this.#visitor[name] === undefined) return;
    this.#kind = name;
    this.#own = readAttributes(attributes);
    this.#tags = new Map();
    this.#nodes = [];
    this.#members = [];
  }

  #part(name: string, own: Map<string, string>): void {
    if (name === 'tag') this.#tags.set(own.get('k') ?? '', own.get('v') ?? '');
    if (name === 'nd') this.#nodes.push(number(own, 'ref', name));
    const type = own.get('type');
    if (name !== 'member' || (type !== 'node' && type !== 'way' && type !== 'relation')) return;
    this.#members.push({ type, ref: number(own, 'ref', name), role: own.get('role') ?? '' });
  }
}

function readAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) found.set(name, plain(double ?? single ?? ''));
  return found;
}

function number(own: ReadonlyMap<string, string>, name: string, element: string): number {
  const text = own.get(name);
  const value = Number(text);
  if (text === undefined || text === '' || !Number.isFinite(value)) {
    throw new BadMap(`has a <${element}> whose ${name} is ${text === undefined ? 'missing' : JSON.stringify(text)}`);
  }
  return value;
}

const NAMED: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return Number.isNaN(code) || code > 0x10ffff ? (NAMED[name] ?? whole) : String.fromCodePoint(code);
      })
    : text;
