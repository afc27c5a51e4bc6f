import { isDeepStrictEqual } from 'node:util';
import { encodeDocument } from '../../connectors/kit/capabilities.ts';
import { openLab } from '../../connectors/kit/conformance/index.ts';
import type { AnyWrite } from '../../connectors/kit/conformance/journey.ts';
import type { ConformanceSubject } from '../../connectors/kit/conformance/subject.ts';
import type { ShipmentOption } from '../../connectors/kit/shipmentOptions.ts';
import type { CustomsInput } from '../../core/documents/index.ts';

const CUSTOMS: CustomsInput = {
  currency: 'EUR',
  incoterm: 'DAP',
  invoiceNumber: 'INV-1',
  lines: [
    {
      description: 'Stoneware mug',
      hsCode: '691200',
      originCountry: 'DE',
      quantity: 2,
      unitValueMinor: 1250,
      unitWeightGrams: 380,
    },
  ],
};

/** Each option with something to ask for, and what must stand beside it. */
const ASKED: Readonly<Record<ShipmentOption, object>> = {
  insuredValueMinor: { insuredValueMinor: 65_000, currency: 'EUR' },
  signature: { signature: 'adult' },
  saturdayDelivery: { saturdayDelivery: true },
  shipOn: { shipOn: '2026-03-04' },
  customs: { customs: CUSTOMS },
  collectAt: { collectAt: 'U12345678' },
  returnLabel: { returnLabel: true },
};

/** Options that a carrier's connector neither tells its carrier nor refuses. */
export async function unheardOptions(subject: ConformanceSubject): Promise<readonly string[]> {
  const sample = subject.writes?.buyLabel;
  const write = subject.connector.capabilities.buyLabel as unknown as AnyWrite | undefined;
  if (!sample || !write) return ['no label to try it with'];
  const lab = openLab(subject);
  try {
    const document = (await sample.document(1, (await lab.calls()).simulator)) as object;
    const without = encodeDocument(write, 'buyLabel', document);
    if (!without.ok) return [`without any: ${without.error.message}`];
    return Object.entries(ASKED).flatMap(([name, option]) => {
      const encoded = encodeDocument(write, 'buyLabel', { ...document, ...option });
      if (!encoded.ok) return encoded.error.kind === 'permanent' ? [] : [`${name}: ${encoded.error.kind}`];
      return isDeepStrictEqual(encoded.value, without.value) ? [name] : [];
    });
  } finally {
    await lab.close();
  }
}
