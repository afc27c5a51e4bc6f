import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { buildXml, parseXml, writable, type XmlNode } from './xml.ts';

/** XML-RPC (xmlrpc.com/spec.md): `nil` is understood, and never sent, because servers refuse it. */

export type RpcAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly code: string; readonly text: string };
/** A value whose type is written as it is named, such as a time: `dateTime.iso8601`. */
export class TypedText {
  readonly type: string;
  readonly text: string;

  constructor(type: string, text: string) {
    this.type = type;
    this.text = text;
  }
}

export type RpcCall = { readonly method: string; readonly params: readonly unknown[] };

/** A call as an XML text. */
export function encodeCall(method: string, params: readonly unknown[]): string {
  return buildXml('methodCall', {
    methodName: method,
    params: { param: params.map((p) => ({ value: valueNode(p) })) },
  });
}

/** An answer, or a fault, as an XML text. */
export function encodeAnswer(answer: RpcAnswer): string {
  if (answer.kind === 'value') {
    return buildXml('methodResponse', { params: { param: { value: valueNode(answer.value) } } });
  }
  const faultCode = Number(answer.code);
  return buildXml('methodResponse', { fault: { value: valueNode({ faultCode, faultString: answer.text }) } });
}

function valueNode(value: unknown): object {
  if (value === null || value === undefined) return { boolean: '0' };
  if (typeof value === 'boolean') return { boolean: value ? '1' : '0' };
  if (typeof value === 'number') return Number.isInteger(value) ? { int: String(value) } : { double: String(value) };
  if (typeof value === 'string') return { string: writable(value) };
  if (value instanceof TypedText) return { [value.type]: value.text };
  if (Array.isArray(value)) return { array: { data: { value: value.map(valueNode) } } };
  const member = Object.entries(value as object).map(([name, inner]) => ({ name, value: valueNode(inner) }));
  return { struct: member.length > 0 ? { member } : '' };
}

/** Reads an answer. Times, and types beyond the specification (`ex:i8`), are the texts that they are written as. */
export function decodeAnswer(text: string): Result<RpcAnswer, Fault> {
  const root = parseXml(text);
  if (!root.ok) return root;
  const response = first(root.value, 'methodResponse');
  const fault = first(response, 'fault');
  const value = first(fault ?? first(first(response, 'params'), 'param'), 'value');
  if (value === undefined) return err(permanent('unexpected-shape', 'not an XML-RPC answer', '/methodResponse'));
  const decoded = xmlValue(value);
  if (!fault) return ok({ kind: 'value', value: decoded });
  const { faultCode, faultString } = decoded as { readonly faultCode?: unknown; readonly faultString?: unknown };
  return ok({ kind: 'fault', code: String(faultCode), text: String(faultString) });
}

/** Reads a call. */
export function decodeCall(text: string): Result<RpcCall, Fault> {
  const root = parseXml(text);
  if (!root.ok) return root;
  const call = first(root.value, 'methodCall');
  const method = textOf(first(call, 'methodName'));
  if (method === '') return err(permanent('unexpected-shape', 'not an XML-RPC call', '/methodCall/methodName'));
  const params = all(first(call, 'params'), 'param').map((param) => xmlValue(first(param, 'value')));
  return ok({ method, params });
}

function xmlValue(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return String(node ?? '');
  const [type, inner] = Object.entries(node).find(([name]) => name !== '_' && name !== '$') ?? ['string', [node]];
  const content: unknown = Array.isArray(inner) ? inner[0] : inner;
  switch (type) {
    case 'int':
    case 'i4':
    case 'double':
      return Number(textOf(content));
    case 'boolean':
      return textOf(content).trim() === '1';
    case 'nil':
      return null;
    case 'array':
      return all(first(content, 'data'), 'value').map(xmlValue);
    case 'struct':
      return Object.fromEntries(
        all(content, 'member').map((member) => [textOf(first(member, 'name')), xmlValue(first(member, 'value'))]),
      );
    default:
      return textOf(content);
  }
}

function all(node: unknown, name: string): readonly unknown[] {
  const found = typeof node === 'object' && node !== null ? (node as XmlNode)[name] : undefined;
  // The root stands alone, every other element in an array.
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

const first = (node: unknown, name: string): unknown => all(node, name)[0];

function textOf(node: unknown): string {
  if (typeof node === 'string') return node;
  if (typeof node !== 'object' || node === null || !('_' in node)) return '';
  return typeof node._ === 'string' ? node._ : '';
}
