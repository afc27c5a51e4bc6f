import { isDeepStrictEqual } from 'node:util';
import type { CanonicalRecord } from '../../../core/documents/index.ts';
import { parseInstant, parseLocal } from '../../../core/shared/instant.ts';
import type { Check } from './check.ts';
import { leaves } from './damage.ts';
import { decode, documentsOf, unlessSilent } from './decoding.ts';
import type { Lab, Message } from './lab.ts';

const LOCAL = /^\d{4}-\d{2}-\d{2}([T ])\d{2}:\d{2}:\d{2}$/;

/** The same instant in several offsets, at and around the hours that the clock skips and repeats in Europe in 2026. */
const SAME: readonly (readonly string[])[] = [
  ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00', '2026-03-28T18:29:59-06:30'],
  ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00', '2026-03-29T15:00:00+14:00'],
  ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00+02:00', '2026-10-24T18:30:00-06:00'],
  ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00+01:00', '2026-10-25T07:15:00+05:45'],
];

const offsets: Check = {
  id: 'time/offsets',
  title: 'one instant written in any offset, also at a clock change, is one instant',
  protects: 'an order does not move by an hour in spring, nor a later change become an older one',
  inapplicable: unlessSilent,
  problems: (lab) =>
    lab.messages.flatMap((message) => {
      const copy = structuredClone(message.raw);
      return [...leaves(copy)].flatMap(({ place, value, put }) => {
        if (typeof value !== 'string' || !parseInstant(value).ok) return [];
        const problem = SAME.find((forms) => {
          const [first, ...others] = forms.map((form) => {
            put(form);
            return decode(lab.subject, message, copy);
          });
          return others.some((other) => !isDeepStrictEqual(first, other));
        });
        put(value);
        return problem ? [`${message.about} ${place}: ${problem.join(' and ')} are not the same`] : [];
      });
    }),
};

/** Skipped, repeated, ordinary. */
const WALL = ['2026-03-29 02:30:00', '2026-10-25 02:30:00', '2026-11-01 01:30:00', '2026-07-01 12:00:00'];

const localTimes: Check = {
  id: 'time/zone',
  title: 'a time without an offset is read in the zone that is declared for it',
  protects: 'nobody guesses a zone, and the clock of the machine plays no part',
  inapplicable: (subject) =>
    unlessSilent(subject) ?? (hasLocalTimes(subject.messages) ? undefined : 'every time in its messages has an offset'),
  problems: (lab) =>
    lab.messages.flatMap((message) => {
      const copy = structuredClone(message.raw);
      return [...leaves(copy)].flatMap(({ place, value, put }) => {
        const form = typeof value === 'string' ? LOCAL.exec(value) : null;
        if (!form) return [];
        const zone = lab.subject.zoneOf?.(message.raw);
        if (zone === undefined) return [`${message.about} ${place}: no zone is declared for ${String(value)}`];
        const wrong = WALL.map((wall) => wall.replace(' ', form[1] ?? ' ')).find((wall) => {
          put(wall);
          const decoded = documentsOf(decode(lab.subject, message, copy));
          const instant = parseLocal(wall, zone);
          return decoded.length > 0 && instant.ok && !JSON.stringify(decoded).includes(instant.value);
        });
        put(value);
        return wrong ? [`${message.about} ${place}: ${wrong} is not read as a time in ${zone}`] : [];
      });
    }),
};

function hasLocalTimes(messages: Readonly<Record<string, readonly unknown[]>>): boolean {
  return [...leaves(structuredClone(messages))].some(({ value }) => typeof value === 'string' && LOCAL.test(value));
}

const MACHINE_ZONES = ['Pacific/Kiritimati', 'America/St_Johns', 'UTC'];

const machineZone: Check = {
  id: 'time/machine',
  title: 'the time zone of the machine changes nothing',
  protects: 'a hub in Tokyo and one in New York agree',
  inapplicable: unlessSilent,
  problems({ subject, messages }) {
    const before = process.env['TZ'];
    try {
      const [first, ...others] = MACHINE_ZONES.map((zone) => {
        process.env['TZ'] = zone;
        return messages.map((message) => ({ message, decoded: decode(subject, message) }));
      });
      return (first ?? []).flatMap(({ message, decoded }, i) =>
        others.every((other) => isDeepStrictEqual(other[i]?.decoded, decoded))
          ? []
          : [`${message.about}: not the same`],
      );
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  },
};

/** Texts that people write for people. */
const FREE = new Set(['name', 'company', 'line1', 'line2', 'city', 'title', 'note', 'description']);
/** What shows which places of a message are carried as they are. */
const PLAIN = 'Plain Words';
/** Scripts, a character outside the first plane, one made of several, a combining accent, and text from right to left. */
const EVERY_SCRIPT = 'Ζωή 王🐉 👩‍🚀 ы́ Ångström «שלום» ß';

const unicode: Check = {
  id: 'text/unicode',
  title: 'names, addresses and notes in any script arrive as they were written',
  protects: 'a parcel has the right name on it',
  inapplicable: unlessSilent,
  problems: (lab) => lab.messages.flatMap((message) => unicodeProblems(lab, message)),
};

function unicodeProblems({ subject }: Lab, message: Message): readonly string[] {
  const copy = structuredClone(message.raw);
  return [...leaves(copy)].flatMap(({ place, value, put }) => {
    if (typeof value !== 'string' || value.length < 3) return [];
    const arrives = (text: string): boolean => {
      put(text);
      const decoded = decode(subject, message, copy);
      put(value);
      return freeTexts(documentsOf(decoded)).has(text);
    };
    return arrives(PLAIN) && !arrives(EVERY_SCRIPT) ? [`${message.about} ${place}: did not arrive as it was`] : [];
  });
}

function freeTexts(documents: readonly CanonicalRecord[]): ReadonlySet<unknown> {
  const found = [...leaves(documents.map(({ document }) => structuredClone(document)))].filter(({ key }) =>
    FREE.has(key),
  );
  return new Set(found.map(({ value }) => value));
}

export const TIMES_AND_TEXTS: readonly Check[] = [offsets, localTimes, machineZone, unicode];
