import { GifReader } from 'omggif';
import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';

/** A label page: 4 by 6 inches in PDF points. */
const PAGE = { width: 288, height: 432 } as const;

/** A GIF label as a PDF of one page, 4 by 6 inches; a picture wider than high is turned. */
export async function gifToPdf(gif: Uint8Array): Promise<Uint8Array> {
  const reader = new GifReader(gif as Buffer);
  const png = new PNG({ width: reader.width, height: reader.height });
  reader.decodeAndBlitFrameRGBA(0, png.data);
  // Grey without alpha: a label is black and white, and the PDF takes such a picture over as it is.
  const picture = PNG.sync.write(png, { colorType: 0, inputHasAlpha: true, deflateLevel: 3 });
  const document = new PDFDocument({ size: [PAGE.width, PAGE.height], margin: 0, compress: true });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  if (reader.width > reader.height) {
    document.rotate(90, { origin: [0, 0] }).translate(0, -PAGE.width);
    document.image(picture, 0, 0, { fit: [PAGE.height, PAGE.width], align: 'center', valign: 'center' });
  } else {
    document.image(picture, 0, 0, { fit: [PAGE.width, PAGE.height], align: 'center', valign: 'center' });
  }
  document.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
