import PDFDocument from 'pdfkit';

/** A pick list as it is printed, its picks in walking order. */
export type PrintedPickList = {
  readonly number: string;
  readonly location: string;
  readonly strategy: string;
  readonly zone: string | null;
  readonly wave: string | null;
  readonly createdAt: string;
  readonly picks: readonly PrintedPick[];
};
export type PrintedPick = {
  readonly bin: string | null;
  readonly sku: string;
  readonly lot: string | null;
  readonly title: string;
  readonly left: number;
  readonly fulfillmentOrder: string;
};

const MARGIN = 36;
const ROW = 22;
type Column = {
  readonly title: string;
  readonly x: number;
  readonly width: number;
  readonly text: (pick: PrintedPick) => string;
};
/** Widths in PDF points; together an A4 page less its margins. */
const COLUMNS: readonly Column[] = [
  { title: 'Bin', x: 36, width: 80, text: ({ bin }) => bin ?? '–' },
  { title: 'SKU', x: 120, width: 105, text: ({ sku }) => sku },
  { title: 'Product', x: 229, width: 150, text: ({ title, lot }) => (lot === null ? title : `${title} · ${lot}`) },
  { title: 'Units', x: 383, width: 36, text: ({ left }) => String(left) },
  { title: 'For', x: 423, width: 112, text: ({ fulfillmentOrder }) => fulfillmentOrder },
];
const BOX = { x: 543, size: 12 } as const;

/**
 * A pick list on A4, one line for each stop that still has units to pick, with a box to tick. The fonts that every PDF
 * reader brings know Latin letters alone: any other is printed as "?", and the SKU and bin stay what is picked by.
 */
export async function pickListPdf(list: PrintedPickList): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: MARGIN, bufferPages: true, info: { Title: list.number } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  let y = heading(document, list);
  for (const pick of list.picks.filter(({ left }) => left > 0)) {
    if (y + ROW > document.page.height - 2 * MARGIN) {
      document.addPage();
      y = columnTitles(document, MARGIN);
    }
    y = stop(document, pick, y);
  }
  numberPages(document, list.number);
  document.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

type Page = InstanceType<typeof PDFDocument>;

function heading(page: Page, { number, location, strategy, zone, wave, createdAt, picks }: PrintedPickList): number {
  const units = picks.reduce((sum, { left }) => sum + left, 0);
  const about = [
    location,
    strategy,
    ...(zone === null ? [] : [`zone ${zone}`]),
    ...(wave === null ? [] : [`wave ${wave}`]),
    `${units} units`,
    createdAt.slice(0, 16).replace('T', ' '),
  ];
  page
    .font('Helvetica-Bold')
    .fontSize(16)
    .text(latin(`Pick list ${number}`), MARGIN, MARGIN);
  page
    .font('Helvetica')
    .fontSize(10)
    .text(latin(about.join(' · ')), MARGIN, MARGIN + 22);
  return columnTitles(page, MARGIN + 46);
}

function columnTitles(page: Page, y: number): number {
  page.font('Helvetica-Bold').fontSize(9);
  for (const { title, x, width } of COLUMNS) page.text(title, x, y, { width, lineBreak: false });
  page
    .moveTo(MARGIN, y + 13)
    .lineTo(page.page.width - MARGIN, y + 13)
    .stroke();
  return y + 18;
}

function stop(page: Page, pick: PrintedPick, y: number): number {
  page.fontSize(10);
  for (const { title, x, width, text } of COLUMNS) {
    page.font(title === 'Units' ? 'Helvetica-Bold' : 'Helvetica');
    page.text(latin(text(pick)), x, y, { width, height: ROW, lineBreak: false, ellipsis: true });
  }
  page.rect(BOX.x, y - 2, BOX.size, BOX.size).stroke();
  return y + ROW;
}

function numberPages(page: Page, number: string): void {
  const { start, count } = page.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    page.switchToPage(i);
    const y = page.page.height - MARGIN - 10;
    page
      .font('Helvetica')
      .fontSize(8)
      .text(latin(`${number} · page ${i + 1} of ${count}`), MARGIN, y, { lineBreak: false });
  }
}

const latin = (text: string): string => text.replace(/[^\x20-\x7e\u00a0-\u00ff–]/g, '?');
