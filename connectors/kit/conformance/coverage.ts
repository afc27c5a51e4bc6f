import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../../../core/shared/fault.ts';
import type { Result } from '../../../core/shared/result.ts';
import { leaves } from './damage.ts';
import type { Message } from './lab.ts';
import type { ConformanceSubject } from './subject.ts';

/**
 * What becomes of one field of a message.
 * - `carried`: another value makes another document; `into` are the places where.
 * - `checked`: read, and another value is refused, but no place of the document holds it.
 * - `kept-raw`: no document has a place for it; it stays in the message, which is kept. `why` is the connector's reason.
 * - `left-out`: the same of an answer, which is not kept.
 */
export type FieldCoverage = {
  readonly at: string;
  readonly result: 'carried' | 'checked' | 'kept-raw' | 'left-out';
  readonly into: readonly string[];
  readonly why: string | null;
};

export type Coverage = {
  /** The topic that the messages arrive under, or the answer that they are. */
  readonly of: string;
  readonly messages: number;
  /** Messages that could not be read, or that are ignored as a whole, with the reason. */
  readonly unread: readonly string[];
  readonly fields: readonly FieldCoverage[];
};

type Read = (raw: unknown) => Result<unknown, Fault> | Promise<Result<unknown, Fault>>;
type Seen = { result: FieldCoverage['result']; readonly into: Set<string>; tries: number };

const MAX_INTO = 4;
/** A field that so many of its values say nothing of is taken for one that does not matter. */
const MAX_TRIES = 12;

/**
 * The loss table of a subject: every field of its messages and answers, tried with other values in its place. Nothing is
 * looked up in the connector's code, so the table says what is so and not what was meant.
 */
export async function coverageOf(
  subject: ConformanceSubject,
  messages: readonly Message[],
): Promise<readonly Coverage[]> {
  const names = [...new Set(messages.map(({ topic }) => topic))];
  const tables: Coverage[] = [];
  for (const name of names) {
    const own = messages.filter(({ topic }) => topic === name);
    tables.push(await tableOf(subject, name, own, readerOf(subject, name)));
  }
  return tables;
}

/** The subject's own samples of answers that have no topic, as messages. */
export function answersIn({ answers = {} }: ConformanceSubject): readonly Message[] {
  return Object.entries(answers).flatMap(([topic, { samples }]) =>
    samples.map((raw, i) => ({ topic, about: `${topic} ${i + 1}`, raw: structuredClone(raw) })),
  );
}

function readerOf({ connector, answers = {} }: ConformanceSubject, name: string): Read {
  const read = connector.topics[name]?.decode ?? answers[name]?.read;
  if (!read) throw new Error(`${connector.manifest.id} reads no ${name}`);
  return read;
}

async function tableOf(
  { keptRaw: reasons = [], codes = [], answers = {} }: ConformanceSubject,
  of: string,
  messages: readonly Message[],
  read: Read,
): Promise<Coverage> {
  const probed = { read, codes };
  const isAnswer = of in answers;
  const seen = new Map<string, Seen>();
  const unread: string[] = [];
  for (const { about, raw } of messages) {
    const before = await read(raw);
    const reason = before.ok ? ignoredAs(before.value) : before.error.message;
    if (before.ok && reason === undefined) await tryFields(raw, before.value, probed, seen);
    else unread.push(`${about}: ${reason}`);
  }
  const fields = [...seen].map(([at, { result, into }]): FieldCoverage => {
    const places = [...into].slice(0, MAX_INTO);
    if (result !== 'kept-raw') return { at, result, into: places, why: null };
    const reason = reasons.find((each) => of.startsWith(each.of ?? '') && matches(each.at, at));
    return { at, result: isAnswer ? 'left-out' : result, into: places, why: reason?.why ?? null };
  });
  return { of, messages: messages.length, unread, fields: fields.toSorted((a, b) => (a.at < b.at ? -1 : 1)) };
}

/** Why a whole message is left alone; undefined when it becomes something. */
function ignoredAs(value: unknown): string | undefined {
  const { kind, reason } = (value ?? {}) as { kind?: unknown; reason?: unknown };
  return kind === 'ignored' ? `ignored as ${String(reason)}` : undefined;
}

type Probed = { readonly read: Read; readonly codes: readonly string[] };

/** Puts other values in each place of a message, one at a time, and notes what became of them. */
async function tryFields(
  raw: unknown,
  before: unknown,
  { read, codes }: Probed,
  seen: Map<string, Seen>,
): Promise<void> {
  const copy = structuredClone(raw);
  for (const { place, value, put } of leaves(copy)) {
    const at = collapsed(place);
    const field = seen.get(at) ?? { result: 'kept-raw', into: new Set<string>(), tries: 0 };
    seen.set(at, field);
    if (field.result === 'carried' || ++field.tries > MAX_TRIES) continue;
    for (const probe of probesFor(value, codes)) {
      put(probe);
      note(field, before, await read(copy));
    }
    put(value);
    // A code that admits no other may stand in the document as it is.
    if (field.result === 'checked') noteAsItIs(field, before, value);
  }
}

function note(field: Seen, before: unknown, after: Result<unknown, Fault>): void {
  if (!after.ok) {
    if (field.result === 'kept-raw') field.result = 'checked';
    return;
  }
  if (isDeepStrictEqual(before, after.value)) return;
  field.result = 'carried';
  for (const place of differences(before, after.value)) field.into.add(place);
}

function noteAsItIs(field: Seen, before: unknown, value: unknown): void {
  if (value === null || value === '') return;
  for (const { place, value: there } of leaves(structuredClone(before))) {
    if (there !== value) continue;
    field.result = 'carried';
    field.into.add(short(place));
  }
}

const CODE = /^[A-Za-z_-]{2,30}$/;

/** Other values of the kind that stands there, and of any kind where nothing does. */
function probesFor(value: unknown, codes: readonly string[]): readonly unknown[] {
  if (typeof value === 'number') return [value + 1, value * 2 + 10];
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string') return ['zz probe', 7, '7.00', true, '2025-01-02T03:04:05Z'];
  const year = Number(value.slice(0, 4));
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return [year - 1, year + 1].map((other) => `${other}${value.slice(4)}`);
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(value);
  if (decimals) return [(Number(value) + 1).toFixed(decimals[1]?.length ?? 0), `${value}1`];
  const others = CODE.test(value) ? ['CHF', 'NO', ...codes] : [];
  return [`${value}x`, 'zz probe', '', ...others];
}

/** Where two values differ, numbers of places taken out; the places of their root's `documents` without that word. */
function differences(before: unknown, after: unknown): readonly string[] {
  const places = (root: unknown): Map<string, unknown> =>
    new Map([...leaves(root)].map(({ place, value }) => [place, value]));
  const [a, b] = [places(structuredClone(before)), places(structuredClone(after))];
  const found = [...new Set([...a.keys(), ...b.keys()])].filter((place) => a.get(place) !== b.get(place));
  return [...new Set(found.map(short))];
}

const short = (place: string): string => collapsed(place).replace(/^\/documents\/\*\/(document\/)?/, '');

const collapsed = (place: string): string => place.replace(/\/\d+(?=\/|$)/g, '/*');

/** Whether a place is one of a pattern: `*` is any one key, a last `**` everything below, and a first one any before. */
function matches(pattern: string, at: string): boolean {
  const source = pattern
    .split('/')
    .map((part) => (part === '**' ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')))
    .join('/')
    .replace('/.*/', '(?:/.*)?/');
  return new RegExp(`^${source}$`).test(at);
}

/** Fields that are lost to the documents of their message, without a reason given. */
export const unexplained = (tables: readonly Coverage[]): readonly string[] =>
  tables.flatMap(({ of, fields }) =>
    fields.flatMap(({ at, result, why }) =>
      (result === 'kept-raw' || result === 'left-out') && why === null ? [`${of} ${at}`] : [],
    ),
  );
