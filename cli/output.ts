import { styleText } from 'node:util';
import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';

/** A colour or text style of node:util's styleText. */
export type Style = Extract<Parameters<typeof styleText>[0], string>;

export type Column<Row> = {
  readonly title: string;
  readonly value: (row: Row) => string | number | boolean | null | undefined;
  readonly align?: 'left' | 'right';
};

/** Shows how far a long command is, on stderr, and only where a person can see it. Units are the command's own. */
export type Progress = {
  to(done: number, note?: string): void;
  /** Clears the bar. Safe to call twice. */
  end(): void;
};

/** Where a command's result goes: data to stdout, everything said in passing to stderr. */
export type Output = {
  readonly isJson: boolean;
  /** The result: one JSON document a line with `--json`, otherwise what `present` makes of it. */
  result<T>(value: T, present: (value: T) => string): void;
  /** A remark for a person, on stderr; left out with `--json`. */
  note(text: string): void;
  /** Lines up rows for a terminal; the text is to be returned from `present`. */
  table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string;
  /** Colours text for stdout when it is a terminal and NO_COLOR is not set. */
  paint(style: Style | readonly Style[], text: string): string;
  progress(total: number, title: string): Progress;
};

type Stream = NodeJS.WriteStream;
export type OutputOptions = { readonly stdout: Stream; readonly stderr: Stream; readonly isJson: boolean };

/** Writes results and remarks to two streams of a process. */
export function openOutput({ stdout, stderr, isJson }: OutputOptions): Output {
  const paint: Output['paint'] = (style, text) => styleText(style as Style[], text, { stream: stdout });
  return {
    isJson,
    paint,
    result(value, present) {
      const text = isJson ? JSON.stringify(value) : present(value);
      stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    note(text) {
      if (!isJson) stderr.write(`${text}\n`);
    },
    table: (rows, columns) => tableText(rows, columns, paint),
    progress: (total, title) => (stderr.isTTY && !isJson ? openBar(stderr, total, title) : SILENT),
  };
}

const SILENT: Progress = { to: () => undefined, end: () => undefined };

const BARE = {
  ...Object.fromEntries(
    ['top', 'bottom', 'left', 'right', 'mid', 'top-mid', 'top-left', 'top-right', 'bottom-mid', 'bottom-left'].map(
      (part) => [part, ''],
    ),
  ),
  'bottom-right': '',
  'left-mid': '',
  'mid-mid': '',
  'right-mid': '',
  middle: '  ',
};

function tableText<Row>(rows: readonly Row[], columns: readonly Column<Row>[], paint: Output['paint']): string {
  if (rows.length === 0) return 'none';
  const table = new Table({
    head: columns.map(({ title }) => paint('bold', title)),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    chars: BARE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(columns.map(({ value }) => String(value(row) ?? '')));
  return table.toString().replace(/ +$/gm, '');
}

function openBar(stderr: Stream, total: number, title: string): Progress {
  const bar = new SingleBar({
    format: `${title} {bar} {percentage} % {value}/{total} {eta_formatted} {note}`,
    stream: stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  bar.start(total, 0, { note: '' });
  return {
    to: (done, note = '') => bar.update(Math.min(done, total), { note }),
    end: () => bar.stop(),
  };
}
