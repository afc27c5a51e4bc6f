import { GifWriter } from 'omggif';

/** A picture of a label, base 64, as UPS sends it: a GIF of 1400 by 800 pixels lying on its side, or printer commands. */
export function labelImage(format: string, trackingNumber: string): string {
  switch (format) {
    case 'ZPL':
      return base64(`^XA^LH0,0^FO50,50^BCN,120,N,N,N^FD${trackingNumber}^FS^FO50,200^A0N,40^FD${trackingNumber}^FS^XZ`);
    case 'EPL':
      return base64(`\nN\nB50,50,0,1,2,4,120,N,"${trackingNumber}"\nA50,200,0,4,1,1,N,"${trackingNumber}"\nP1\n`);
    default:
      return picture();
  }
}

const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

let drawn: string | undefined;

/** One picture for all labels, drawn once: thousands are asked for in a row. */
function picture(): string {
  drawn ??= drawBars(1400, 800).toString('base64');
  return drawn;
}

function drawBars(width: number, height: number): Buffer {
  const pixels = new Uint8Array(width * height);
  for (let y = 100; y < 500; y++) {
    for (let x = 100; x < width - 100; x++) pixels[y * width + x] = (x * 7919) % 13 < 6 ? 1 : 0;
  }
  const buffer = Buffer.alloc(width * height + 4096);
  const writer = new GifWriter(buffer, width, height, { palette: [0xffffff, 0x000000] });
  writer.addFrame(0, 0, width, height, pixels as never);
  return buffer.subarray(0, writer.end());
}
