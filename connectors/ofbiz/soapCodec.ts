import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { buildXml, parseXml, writable, type XmlNode } from '../kit/xml.ts';
import { DecimalParam, type Param, type Params, RecordParam, TimeParam } from './params.ts';

/** SOAP 1.1 as OFBiz uses it: one element for the service, in it one value in the form of its XmlSerializer. */

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const SERVICES = 'http://ofbiz.apache.org/service/';

export type SoapMessage =
  | { readonly kind: 'value'; readonly element: string; readonly value: unknown }
  | { readonly kind: 'fault'; readonly text: string };

/** An envelope with a value under an element: a call under the service's name, an answer under it and `Response`. */
export function encodeSoap(element: string, params: Params): string {
  return buildXml('soapenv:Envelope', {
    $: { 'xmlns:soapenv': ENVELOPE },
    'soapenv:Body': { [element]: { $: { xmlns: SERVICES }, ...elements([params]) } },
  });
}

/** Values by the names of their elements: those of one name stay in order. */
function elements(values: readonly (Param | undefined)[]): Readonly<Record<string, unknown>> {
  const byName: Record<string, unknown[]> = {};
  for (const value of values) {
    const [name, content] = element(value);
    byName[name] = [...(byName[name] ?? []), content];
  }
  return byName;
}

function element(value: Param | undefined): readonly [string, unknown] {
  if (value === undefined) return ['null', ''];
  if (typeof value === 'string') return ['std-String', attribute(value)];
  if (typeof value === 'number') return [Number.isInteger(value) ? 'std-Integer' : 'std-Double', attribute(`${value}`)];
  if (typeof value === 'boolean') return ['std-Boolean', attribute(String(value))];
  if (value instanceof DecimalParam) return ['std-BigDecimal', attribute(value.text)];
  if (value instanceof TimeParam) return ['sql-Timestamp', attribute(value.text.replace(' ', 'T'))];
  if (value instanceof RecordParam) return [`eeval-${value.entity}`, { $: written(value.fields) }];
  if (Array.isArray(value)) return ['col-LinkedList', elements(value)];
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return [
    'map-HashMap',
    { 'map-Entry': entries.map(([key, inner]) => ({ 'map-Key': elements([key]), 'map-Value': elements([inner]) })) },
  ];
}

const attribute = (value: string): object => ({ $: { value: writable(value) } });

const written = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, writable(value)]));

/** Reads an envelope. Decimals and times are texts; a record of an entity is its fields by name, all texts. */
export function decodeSoap(text: string): Result<SoapMessage, Fault> {
  const root = parseXml(text);
  if (!root.ok) return root;
  const envelope = children(root.value).find(({ name }) => name === 'Envelope');
  const body = children(envelope?.node).find(({ name }) => name === 'Body');
  const [first] = children(body?.node);
  if (!first) return err(permanent('unexpected-shape', 'not a SOAP envelope with a body', '/Envelope/Body'));
  if (first.name === 'Fault') {
    const said = children(first.node).find(({ name }) => name === 'faultstring');
    return ok({ kind: 'fault', text: textOf(said?.node) });
  }
  const [value] = children(first.node);
  return ok({ kind: 'value', element: first.name, value: value ? readValue(value) : undefined });
}

type Child = { readonly name: string; readonly node: unknown };

/** The elements inside one, by their names without prefixes. The root stands alone, every other one in an array. */
function children(node: unknown): readonly Child[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) =>
    key === '$' || key === '_'
      ? []
      : (Array.isArray(inner) ? inner : [inner]).map((each) => ({
          name: key.replace(/^.*:/, ''),
          node: each as unknown,
        })),
  );
}

function attributesOf(node: unknown): Readonly<Record<string, string>> {
  if (typeof node !== 'object' || node === null || !('$' in node)) return {};
  return node.$ as Readonly<Record<string, string>>;
}

function textOf(node: unknown): string {
  if (typeof node === 'string') return node;
  const text = typeof node === 'object' && node !== null ? (node as XmlNode)['_'] : undefined;
  return typeof text === 'string' ? text : '';
}

function readValue({ name, node }: Child): unknown {
  const { value = '' } = attributesOf(node);
  if (name === 'null') return null;
  if (name === 'std-Boolean') return value === 'true';
  if (/^std-(Integer|Long|Float|Double)$/.test(name)) return Number(value);
  if (name.startsWith('col-')) return children(node).map(readValue);
  if (name.startsWith('map-')) return mapOf(node);
  if (name.startsWith('eeval-') || name.startsWith('eepk-')) return recordFields(node);
  return value;
}

function mapOf(node: unknown): Readonly<Record<string, unknown>> {
  const entries = children(node).flatMap(({ name, node: entry }) => {
    if (name !== 'map-Entry') return [];
    const under = (part: string): Child | undefined =>
      children(children(entry).find((each) => each.name === part)?.node)[0];
    const [key, value] = [under('map-Key'), under('map-Value')];
    return key && value ? [[String(readValue(key)), readValue(value)] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Fields are attributes; a long text is an element of its own. */
function recordFields(node: unknown): Readonly<Record<string, string>> {
  const { xmlns: _, ...attributes } = attributesOf(node);
  return { ...attributes, ...Object.fromEntries(children(node).map((child) => [child.name, textOf(child.node)])) };
}
