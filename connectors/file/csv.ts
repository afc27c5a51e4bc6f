const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A file that cannot be read on: what it says after this line (counted from 1) cannot be told apart. */
export class UnreadableFile extends Error {
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(line === undefined ? message : `line ${line}: ${message}`);
    this.name = 'UnreadableFile';
    this.line = line;
  }
}

/** A row and the line of the file that it begins on. `problem`: why its values are not to be trusted. */
export type CsvRow = { readonly line: number; readonly values: readonly string[]; readonly problem?: string };

/** A row may not be longer: a quote that is never closed would else draw the rest of the file into memory. */
const MAX_ROW = 2 ** 20;

/**
 * Splits CSV as it arrives (RFC 4180: rows end with LF or CRLF, which may also stand inside quotes; a quote inside quotes
 * is doubled). Text goes in by chunks of any size, and whole rows come out. Empty lines are no rows.
 */
export class CsvSplitter {
  readonly #delimiter: number;
  #rest = '';
  #line = 1;
  #isAtStart = true;

  constructor(delimiter = ',') {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The rows that this chunk completes. Throws UnreadableFile when a row has no end. */
  push(chunk: string): readonly CsvRow[] {
    const isMarked = this.#isAtStart && chunk.charCodeAt(0) === 0xfeff;
    if (chunk !== '') this.#isAtStart = false;
    return this.#split(this.#rest + (isMarked ? chunk.slice(1) : chunk), false);
  }

  /** The last row, where the text does not end with a line end. Throws UnreadableFile when a quote is left open. */
  end(): readonly CsvRow[] {
    return this.#rest === '' ? [] : this.#split(`${this.#rest}\n`, true);
  }

  #split(text: string, isEnd: boolean): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < text.length) {
      const row = scanRow(text, at, this.#delimiter);
      if (row === undefined) break;
      const isEmpty = row.values.length === 1 && row.values[0] === '' && text.charCodeAt(at) !== QUOTE;
      const { values, problem } = row;
      if (!isEmpty)
        rows.push(problem === undefined ? { line: this.#line, values } : { line: this.#line, values, problem });
      this.#line += row.lines;
      at = row.end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_ROW || (isEnd && this.#rest !== '')) {
      throw new UnreadableFile('a quote is opened here and not closed', this.#line);
    }
    return rows;
  }
}

type Scanned = {
  readonly values: string[];
  lines: number;
  problem: string | undefined;
  end: number;
};

/** The row that begins at an index; undefined when its line end is not in the text. */
function scanRow(text: string, start: number, delimiter: number): Scanned | undefined {
  const row: Scanned = { values: [], lines: 1, problem: undefined, end: start };
  for (let at = start; ; ) {
    const isQuoted = text.charCodeAt(at) === QUOTE;
    const stop = isQuoted ? scanQuoted(text, at + 1, delimiter, row) : scanPlain(text, at, delimiter, row);
    if (stop === -1 || stop === text.length) return undefined;
    at = stop + 1;
    if (text.charCodeAt(stop) !== LF) continue;
    row.end = at;
    return row;
  }
}

/** Takes a field without quotes; answers the place of the delimiter or line end behind it. */
function scanPlain(text: string, at: number, delimiter: number, row: Scanned): number {
  const stop = plainEnd(text, at, delimiter);
  const isLineEnd = stop > at && text.charCodeAt(stop) === LF && text.charCodeAt(stop - 1) === CR;
  row.values.push(text.slice(at, isLineEnd ? stop - 1 : stop));
  return stop;
}

/** Takes a field in quotes; answers the place of the delimiter or line end behind it, -1 when it is not closed. */
function scanQuoted(text: string, at: number, delimiter: number, row: Scanned): number {
  const close = closingQuote(text, at);
  if (close === -1) return -1;
  const value = text.slice(at, close);
  if (value.includes('\n')) row.lines += value.split('\n').length - 1;
  row.values.push(value.includes('"') ? value.replaceAll('""', '"') : value);
  const stop = plainEnd(text, close + 1, delimiter);
  if (!isBlank(text, close + 1, stop)) row.problem = 'text-after-a-quote';
  return stop;
}

/** The quote that closes a field, doubled ones passed over; -1 when it is not in the text. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/** The delimiter or line feed at or after an index, or the end of the text. */
function plainEnd(text: string, from: number, delimiter: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF) break;
  }
  return at;
}

/** Whether nothing stands between a closing quote and the end of its field, but the CR of a line end. */
function isBlank(text: string, from: number, stop: number): boolean {
  return from === stop || (from + 1 === stop && text.charCodeAt(from) === CR && text.charCodeAt(stop) === LF);
}
