/** The headers and the number tables of a VRPLIB file. */
export interface VrplibSections {
  readonly headers: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, readonly number[][]>;
}

/** Splits a VRPLIB file (headers "NAME : value", then tables named "..._SECTION") without judging what is in it. */
export function splitVrplib(text: string): VrplibSections {
  const headers = new Map<string, string>();
  const rows = new Map<string, number[][]>();
  let current: number[][] | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === 'EOF') break;
    const header = /^([A-Z_]+)\s*:\s*(.*)$/.exec(line);
    if (header !== null) headers.set(header[1] ?? '', (header[2] ?? '').trim());
    else if (/^[A-Z_]+_SECTION$/.test(line)) {
      current = [];
      rows.set(line, current);
    } else if (line !== '') current?.push(line.split(/\s+/).map(Number));
  }
  return { headers, rows };
}
