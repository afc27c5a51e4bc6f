import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { parseXml, type XmlNode } from '../kit/xml.ts';

/** The one element of a text, by its name; every fault names the place of the text in its message. */
export function elementOf(text: string, name: string): Result<XmlNode, Fault> {
  const parsed = parseXml(text);
  if (!parsed.ok) return err({ ...parsed.error, at: '/xml' } as Fault);
  const element = parsed.value[name];
  return isNode(element) ? ok(element) : err(permanent('unexpected-shape', `no <${name}> element`, '/xml'));
}

const isNode = (value: unknown): value is XmlNode => typeof value === 'object' && value !== null;

/** The children of a name; none where there is no such element. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  const found = node !== undefined && Object.hasOwn(node, name) ? node[name] : undefined;
  return Array.isArray(found) ? found.map((each) => (isNode(each) ? each : { _: each })) : [];
}

/** The first element at a path of names. */
export function childAt(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => childrenOf(at, name)[0], node);
}

/** The text of an element, without the space around it; undefined where there is none. */
export function textAt(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  const text = childAt(node, ...path)?.['_'];
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** A decimal as a number, whose shortest form has the same digits; NaN for a text that is none. */
export function numberAt(node: XmlNode | undefined, ...path: readonly string[]): number | undefined {
  const text = textAt(node, ...path);
  return text === undefined ? undefined : /^[+-]?\d{1,15}(\.\d*)?$/.test(text) ? Number(text) : Number.NaN;
}

export function attributeOf(node: XmlNode | undefined, name: string): string | undefined {
  const attributes = node?.['$'];
  const value = isNode(attributes) && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
