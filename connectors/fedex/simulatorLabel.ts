const base64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');

/** One black pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

/** A label as FedEx draws it, base 64: a page, a picture, or printer commands. */
export function labelImage(imageType: string, trackingNumber: string): string {
  switch (imageType) {
    case 'ZPLII':
      return base64(`^XA^LH0,0^FO50,50^BCN,120,N,N,N^FD${trackingNumber}^FS^XZ`);
    case 'EPL2':
      return base64(`\nN\nB50,50,0,1,2,4,120,N,"${trackingNumber}"\nP1\n`);
    case 'PNG':
      return PNG;
    default:
      return base64(page(trackingNumber));
  }
}

/** A PDF of one page of 4 by 6 inches with one line of text, and the table of its objects. */
function page(text: string): string {
  const content = `BT /F1 14 Tf 20 400 Td (${text}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 288 432]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets: string[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(`${String(pdf.length).padStart(10, '0')} 00000 n \n`);
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${pdf}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`;
}
