import type { ParcelValue } from '../../core/documents/index.ts';

/** The units that carriers count in. */
export type System = 'metric' | 'imperial';

/** A pound is 453.59237 g (International Yard and Pound Agreement, 1959). */
const GRAMS_PER_POUND_E5 = 45_359_237;

/** A weight in tenths of a kilogram or of a pound, rounded up: carriers bill what they measure, never less than was told. */
export function tenthsOf(grams: number, system: System): number {
  return system === 'imperial' ? Math.ceil((grams * 1_000_000) / GRAMS_PER_POUND_E5) : Math.ceil(grams / 100);
}

/** The three sides of a parcel in whole centimetres or inches, longest first and rounded up; null when one is not known. */
export function sidesOf(parcel: ParcelValue, system: System): readonly [number, number, number] | null {
  const { lengthMm, widthMm, heightMm } = parcel;
  if (!lengthMm || !widthMm || !heightMm) return null;
  const [length = 0, width = 0, height = 0] = [lengthMm, widthMm, heightMm]
    .toSorted((a, b) => b - a)
    .map((mm) => (system === 'imperial' ? Math.ceil((mm * 10) / 254) : Math.ceil(mm / 10)));
  return [length, width, height];
}

/** Splits a text into lines of so many characters, between words where there are any. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
    while (line.length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return line ? [...lines, line] : lines;
}
