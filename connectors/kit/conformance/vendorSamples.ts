import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from './lab.ts';
import type { ConformanceSubject } from './subject.ts';

/** The messages in a folder of the vendor's own samples, as the subject says where they are. Throws where one is not. */
export function vendorMessages({ vendorSamples = [] }: ConformanceSubject, folder: string): readonly Message[] {
  return vendorSamples.flatMap(({ file, at, of }) => {
    const whole: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const found = placesIn(whole, at.split('/').filter(Boolean));
    if (found.length === 0) throw new Error(`${file} has nothing at ${at}`);
    return found.map((raw, i) => ({ topic: of, about: `${file} ${i + 1}`, raw }));
  });
}

function placesIn(value: unknown, [key, ...rest]: readonly string[]): readonly unknown[] {
  if (key === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  const inner = key === '*' ? Object.values(value) : [(value as Readonly<Record<string, unknown>>)[key]];
  return inner.filter((each) => each !== undefined).flatMap((each) => placesIn(each, rest));
}
