import { isDeepStrictEqual } from 'node:util';
import { type CanonicalRecord, DOCUMENTS } from '../../../core/documents/index.ts';
import type { Fault } from '../../../core/shared/fault.ts';
import type { Result } from '../../../core/shared/result.ts';
import type { Decoded } from '../connector.ts';
import type { Check } from './check.ts';
import { damages, deepFreeze, leaves, withUnknownFields } from './damage.ts';
import type { Message } from './lab.ts';
import type { ConformanceSubject } from './subject.ts';

/** For one message; a message of many places is tried in as many as this. */
const MAX_DAMAGES = 1500;

/** Decodes a message, or another in its place, under the message's topic. */
export function decode(
  { connector }: ConformanceSubject,
  { topic, raw }: Message,
  instead: unknown = raw,
): Result<Decoded, Fault> {
  const found = connector.topics[topic];
  if (!found) throw new Error(`there is a sample for ${topic}, which is no topic of the connector`);
  return found.decode(instead);
}

/** The documents of a message; none when it is ignored or cannot be read. */
export function documentsOf(decoded: Result<Decoded, Fault>): readonly CanonicalRecord[] {
  return decoded.ok && decoded.value.kind === 'documents' ? decoded.value.documents : [];
}

/** For checks of decoding: whether there is anything to decode. */
export const unlessSilent = ({ connector }: ConformanceSubject): string | undefined =>
  Object.keys(connector.topics).length === 0 ? 'nothing arrives from this system by itself' : undefined;

/** For checks of orders: whether any come. */
export function unlessOrders(subject: ConformanceSubject): string | undefined {
  const decoded = Object.entries(subject.messages).flatMap(([topic, raws]) =>
    raws.flatMap((raw) => linesOfOrders(decode(subject, { topic, raw, about: topic }))),
  );
  return decoded.length === 0 ? 'no orders come from this system' : undefined;
}

const samples: Check = {
  id: 'decode/samples',
  title: 'there is a sample of every topic',
  protects: 'a kind of message that was never tried is not taken for one that works',
  inapplicable: unlessSilent,
  problems({ subject, messages }) {
    const sampled = new Set(messages.map(({ topic }) => topic));
    return Object.keys(subject.connector.topics).flatMap((topic) => (sampled.has(topic) ? [] : [`none of ${topic}`]));
  },
};

const valid: Check = {
  id: 'decode/valid',
  title: 'every sample becomes valid documents, or is ignored with a reason',
  protects: 'what the hub stores is what its documents say it is',
  inapplicable: unlessSilent,
  problems: ({ subject, messages, extremes }) =>
    [...messages, ...extremes].flatMap((message) => {
      const decoded = decode(subject, message);
      if (!decoded.ok) return [`${message.about}: ${decoded.error.code} ${decoded.error.message}`];
      if (decoded.value.kind === 'ignored') return decoded.value.reason === '' ? [`${message.about}: no reason`] : [];
      return decoded.value.documents.flatMap((record) => about(message, schemaProblem(record)));
    }),
};

const pure: Check = {
  id: 'decode/pure',
  title: 'a message decodes the same twice and is left as it was',
  protects: 'a replay gives what the first run gave',
  inapplicable: unlessSilent,
  problems: ({ subject, messages }) =>
    messages.flatMap((message) => {
      const frozen = deepFreeze(structuredClone(message.raw));
      const first = decode(subject, message, frozen);
      return isDeepStrictEqual(first, decode(subject, message, frozen)) ? [] : [`${message.about}: not the same twice`];
    }),
};

const damaged: Check = {
  id: 'decode/damaged',
  title: 'a message damaged anywhere is decoded or refused with the place, never with a throw',
  protects: 'one bad record stops only itself, and a person can find what is wrong with it',
  inapplicable: unlessSilent,
  problems: ({ subject, messages }) => messages.flatMap((message) => damageProblems(subject, message)),
};

function damageProblems(subject: ConformanceSubject, message: Message): readonly string[] {
  const copy = structuredClone(message.raw);
  const problems: string[] = [];
  let tried = 0;
  for (const damage of damages(copy)) {
    if (++tried > MAX_DAMAGES) break;
    damage.apply();
    const problem = answerProblem(() => decode(subject, message, copy));
    damage.undo();
    if (problem) problems.push(`${message.about} ${damage.about}: ${problem}`);
  }
  for (const raw of [null, undefined, 7, 'text', [], {}]) {
    const problem = answerProblem(() => decode(subject, message, raw));
    if (problem) problems.push(`${JSON.stringify(raw)} instead of ${message.about}: ${problem}`);
  }
  return problems;
}

/** What is wrong with the way an odd message was answered. */
function answerProblem(run: () => Result<Decoded, Fault>): string | undefined {
  try {
    const decoded = run();
    if (decoded.ok) return documentsOf(decoded).map(schemaProblem).find(Boolean);
    const { error } = decoded;
    if (error.kind !== 'permanent') return `a ${error.kind} fault; what cannot be read is permanent`;
    if (!error.at?.startsWith('/')) return `the fault ${error.code} names no place`;
    return error.message === '' ? 'the fault says nothing' : undefined;
  } catch (error) {
    return `threw ${(error as Error).message}`;
  }
}

const unknownFields: Check = {
  id: 'decode/unknown-fields',
  title: 'fields that the vendor adds change nothing',
  protects: "a vendor's new release does not stop the orders",
  inapplicable: unlessSilent,
  problems: ({ subject, messages }) =>
    messages.flatMap((message) => {
      const grown = decode(subject, message, withUnknownFields(message.raw));
      return isDeepStrictEqual(grown, decode(subject, message)) ? [] : [`${message.about}: not the same`];
    }),
};

/** What a canonical document states as having happened; an unknown code must not become one of these. */
const FACTS = new Set([
  'paid',
  'authorized',
  'refunded',
  'partially-refunded',
  'voided',
  'done',
  'delivered',
  'succeeded',
]);
const CODE = /^[A-Za-z][A-Za-z_-]{2,30}$/;
const UNKNOWN = 'zz_new_value';

const unknownValues: Check = {
  id: 'decode/unknown-values',
  title: 'a code that nobody knows is refused, ignored or left open, never made a fact',
  protects: 'goods do not leave, and money is not booked, on a status that was invented yesterday',
  inapplicable: unlessSilent,
  problems: ({ subject, messages }) => messages.flatMap((message) => inventions(subject, message)),
};

function inventions(subject: ConformanceSubject, message: Message): readonly string[] {
  const copy = structuredClone(message.raw);
  const before = factsIn(documentsOf(decode(subject, message)));
  return [...leaves(copy)].flatMap(({ place, value, put }) => {
    if (typeof value !== 'string' || !CODE.test(value)) return [];
    put(UNKNOWN);
    const problem = answerProblem(() => decode(subject, message, copy)) ?? inventedBy(subject, message, copy, before);
    put(value);
    return problem === undefined ? [] : [`${message.about} ${place}: ${problem}`];
  });
}

function inventedBy(
  subject: ConformanceSubject,
  message: Message,
  copy: unknown,
  before: readonly string[],
): string | undefined {
  const fact = factsIn(documentsOf(decode(subject, message, copy))).find((each) => !before.includes(each));
  return fact === undefined ? undefined : `an unknown value became ${fact}`;
}

function factsIn(records: readonly CanonicalRecord[]): readonly string[] {
  return [...leaves(structuredClone(records))].flatMap(({ place, value }) =>
    typeof value === 'string' && FACTS.has(value) ? [`${place} ${value}`] : [],
  );
}

const huge: Check = {
  id: 'decode/huge',
  title: 'an order of five hundred lines is decoded whole',
  protects: "a wholesaler's order is not cut",
  inapplicable: unlessOrders,
  problems({ subject, messages, extremes }) {
    const orders = [...messages, ...extremes].flatMap((message) => linesOfOrders(decode(subject, message)));
    if (orders.some((lines) => lines >= 500)) return [];
    return [`the largest order among the samples has ${Math.max(...orders)} lines`];
  },
};

const linesOfOrders = (decoded: Result<Decoded, Fault>): readonly number[] =>
  documentsOf(decoded).flatMap((record) => (record.name === 'order' ? [record.document.lines.length] : []));

/** What is wrong with a document by its own schema; one that would be changed by reading it is not canonical yet. */
export function schemaProblem({ name, document }: CanonicalRecord): string | undefined {
  const parsed = DOCUMENTS[name].safeParse(document);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return `canonical ${name} at /${issue?.path.join('/')}: ${issue?.message}`;
  }
  return isDeepStrictEqual(parsed.data, document) ? undefined : `canonical ${name} is not in its final form`;
}

function about(message: Message, problem: string | undefined): readonly string[] {
  return problem === undefined ? [] : [`${message.about}: ${problem}`];
}

export const DECODING: readonly Check[] = [samples, pure, valid, damaged, unknownFields, unknownValues, huge];
