import { describe, expect, test } from 'vitest';
import { readFixtures } from '../../../connectors/kit/fixture.ts';
import { type CanonicalRecord, DOCUMENTS, type OrderDocument } from '../../../core/documents/index.ts';
import { damages, deepFreeze, withUnknownFields } from './damage.ts';
import type { ConformanceSubject } from './subject.ts';

const MAX_DAMAGES = 4000;

type Message = { readonly topic: string; readonly about: string; readonly raw: unknown };

function messagesOf({ messages, fixtures }: ConformanceSubject): readonly Message[] {
  const given = Object.entries(messages).flatMap(([topic, raws]) =>
    raws.map((raw, i) => ({ topic, about: `${topic} ${i + 1}`, raw: structuredClone(raw) })),
  );
  const recorded = (fixtures === undefined ? [] : readFixtures(fixtures)).flatMap(({ name, topic, raw }) =>
    topic === undefined ? [] : [{ topic, about: name, raw }],
  );
  return [...given, ...recorded];
}

/** Decoding: total, pure, to valid documents whose totals add up, and deaf to what the vendor adds. */
export function decodingConforms(subject: ConformanceSubject): void {
  const { topics } = subject.connector;
  const messages = messagesOf(subject);
  const decode = ({ topic }: Message, raw: unknown) => {
    const found = topics[topic];
    if (!found) throw new Error(`no topic ${topic}`);
    return found.decode(raw);
  };

  describe('decoding', () => {
    test('every topic has a sample message', () => {
      const sampled = new Set(messages.map(({ topic }) => topic));
      expect(Object.keys(topics).filter((topic) => !sampled.has(topic))).toEqual([]);
    });

    test.each(messages)('$about decodes to valid documents whose totals add up', (message) => {
      const decoded = decode(message, message.raw);
      if (!decoded.ok) throw new Error(`${decoded.error.code}: ${decoded.error.message}`);
      if (decoded.value.kind === 'ignored') return expect(decoded.value.reason).not.toBe('');
      for (const record of decoded.value.documents) expectValid(record);
    });

    test.each(messages)('$about decodes the same twice and leaves its input alone', (message) => {
      const frozen = deepFreeze(structuredClone(message.raw));
      expect(decode(message, frozen)).toEqual(decode(message, frozen));
    });

    test.each(messages)('$about decodes the same with fields that nobody knows', (message) => {
      expect(decode(message, withUnknownFields(message.raw))).toEqual(decode(message, message.raw));
    });

    test.each(messages)('$about, damaged anywhere, never throws and names the place', (message) => {
      const copy = structuredClone(message.raw);
      const problems: string[] = [];
      let tried = 0;
      for (const damage of damages(copy)) {
        if (++tried > MAX_DAMAGES) break;
        damage.apply();
        const problem = problemOf(() => decode(message, copy));
        damage.undo();
        if (problem) problems.push(`${damage.about}: ${problem}`);
      }
      for (const raw of [null, undefined, 7, 'text', [], {}]) {
        const problem = problemOf(() => decode(message, raw));
        if (problem) problems.push(`instead of the message ${JSON.stringify(raw)}: ${problem}`);
      }
      expect(problems.slice(0, 10)).toEqual([]);
      expect(copy).toEqual(message.raw);
    });
  });
}

/** What is wrong with the way a damaged message was answered. */
function problemOf(run: () => ReturnType<ConformanceSubject['connector']['topics'][string]['decode']>): string | null {
  try {
    const decoded = run();
    if (decoded.ok) {
      if (decoded.value.kind === 'documents') for (const record of decoded.value.documents) expectSchema(record);
      return null;
    }
    const { error } = decoded;
    if (error.kind !== 'permanent') return `a ${error.kind} fault; what cannot be read is permanent`;
    if (!error.at?.startsWith('/')) return `the fault ${error.code} names no place`;
    return error.message === '' ? 'the fault says nothing' : null;
  } catch (error) {
    return `threw ${(error as Error).message}`;
  }
}

function expectSchema({ name, document }: CanonicalRecord): void {
  const parsed = DOCUMENTS[name].safeParse(document);
  if (!parsed.success) throw new Error(`canonical ${name} is not valid: ${parsed.error.message}`);
  expect(parsed.data).toEqual(document);
}

function expectValid(record: CanonicalRecord): void {
  expectSchema(record);
  if (record.name === 'order') expectTotals(record.document);
}

function expectTotals({ lines, totals, taxesIncluded, number }: OrderDocument): void {
  const about = `order ${number}`;
  expect(
    lines.reduce((sum, line) => sum + line.totalMinor, 0),
    `${about}: the lines sum to totals.linesMinor`,
  ).toBe(totals.linesMinor);
  const added = taxesIncluded ? 0 : totals.taxMinor;
  expect(
    totals.linesMinor + totals.shippingMinor + added + totals.feesMinor + totals.roundingMinor,
    `${about}: lines, shipping, taxes that are added, fees and rounding sum to totals.grandMinor`,
  ).toBe(totals.grandMinor);
}
