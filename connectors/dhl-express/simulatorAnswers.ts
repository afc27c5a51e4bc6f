import type { Scan, Shipment } from './simulatorWorld.ts';
import type { RateRequest } from './wire.ts';

/** What MyDHL API answers, in its own shapes. */
export const failure = (status: number, title: string, detail: string) => ({
  instance: '/expressapi',
  detail,
  title,
  message: title,
  status: String(status),
});

const PRODUCTS = [
  ['P', 'EXPRESS WORLDWIDE', 147.5, 2],
  ['T', 'EXPRESS 12:00', 180.02, 1],
  ['W', 'ECONOMY SELECT', 61, 5],
] as const;

export function rateAnswer({ packages, productCode }: Pick<RateRequest, 'packages' | 'productCode'>) {
  const products = PRODUCTS.filter(([code]) => productCode === undefined || code === productCode);
  return {
    products: products.map(([code, productName, each, days]) => ({
      productName,
      productCode: code,
      localProductCode: code,
      localProductCountryCode: 'DE',
      networkTypeCode: 'TD',
      isCustomerAgreement: false,
      weight: { volumetric: 1, provided: 1, unitOfMeasurement: 'metric' },
      totalPrice: [
        { currencyType: 'BILLC', priceCurrency: 'EUR', price: Math.round(each * packages.length * 100) / 100 },
        { currencyType: 'PULCL', priceCurrency: 'EUR', price: Math.round(each * packages.length * 120) / 100 },
      ],
      deliveryCapabilities: {
        deliveryTypeCode: 'QDDC',
        estimatedDeliveryDateAndTime: '2026-06-03T23:59:00',
        destinationServiceAreaCode: 'NYC',
        totalTransitDays: days,
      },
      pricingDate: '2026-06-01',
    })),
  };
}

export function shipAnswer({ waybill, pieces, encoding, hasInvoice }: Shipment) {
  return {
    url: 'https://express.api.dhl.com/mydhlapi/shipments',
    shipmentTrackingNumber: waybill,
    trackingUrl: `https://express.api.dhl.com/mydhlapi/shipments/${waybill}/tracking`,
    packages: pieces.map((trackingNumber, i) => ({
      referenceNumber: i + 1,
      trackingNumber,
      trackingUrl: `https://express.api.dhl.com/mydhlapi/shipments/${waybill}/tracking?pieceTrackingNumber=${trackingNumber}`,
    })),
    documents: [
      ...pieces.map((piece, i) => ({
        imageFormat: encoding.toUpperCase(),
        content: labelImage(encoding, piece),
        typeCode: 'label',
        packageReferenceNumber: i + 1,
      })),
      { imageFormat: encoding.toUpperCase(), content: labelImage(encoding, waybill), typeCode: 'waybillDoc' },
      ...(hasInvoice ? [{ imageFormat: 'PDF', content: labelImage('pdf', waybill), typeCode: 'invoice' }] : []),
    ],
    estimatedDeliveryDate: { estimatedDeliveryDate: '2026-06-04T23:59:00Z', estimatedDeliveryType: 'QDDC' },
    shipmentCharges: [
      { currencyType: 'BILLC', priceCurrency: 'EUR', price: 147.5 * pieces.length, serviceBreakdown: [] },
    ],
  };
}

/** Printer commands, or a page that says what it is. */
function labelImage(encoding: string, number: string): string {
  const text =
    encoding === 'zpl'
      ? `^XA^FO50,50^BCN,120,N,N,N^FD${number}^FS^XZ`
      : encoding === 'epl'
        ? `\nN\nB50,50,0,1,2,4,120,N,"${number}"\nP1\n`
        : `%PDF-1.4\n% label of ${number}\n%%EOF\n`;
  return Buffer.from(text, 'latin1').toString('base64');
}

export function trackAnswer(
  shipment: Shipment,
  scans: readonly Scan[],
  { withPieces = false, withOffset = false } = {},
) {
  const events = scans.map(({ code, description, atMs, place }) => {
    const [date = '', time = ''] = new Date(atMs).toISOString().slice(0, 19).split('T');
    return {
      date,
      time,
      ...(withOffset ? { GMTOffset: '+00:00' } : {}),
      typeCode: code,
      description,
      serviceArea: [{ code: place.slice(0, 3), description: place }],
    };
  });
  return {
    shipments: [
      {
        shipmentTrackingNumber: shipment.waybill,
        status: 'Success',
        shipmentTimestamp: new Date(shipment.createdMs).toISOString().slice(0, 19),
        productCode: shipment.product,
        shipperReferences: [{ value: shipment.reference, typeCode: 'CU' }],
        events,
        numberOfPieces: shipment.pieces.length,
        ...(withPieces
          ? { pieces: shipment.pieces.map((trackingNumber, i) => ({ number: i + 1, trackingNumber, events })) }
          : {}),
      },
    ],
  };
}

export const addressAnswer = (countryCode: string, postalCode: string, cityName: string) => ({
  warnings: [],
  address: [
    {
      countryCode,
      postalCode,
      cityName: cityName.toUpperCase(),
      serviceArea: { code: 'CGN', description: 'COLOGNE', GMTOffset: '+01:00' },
    },
  ],
});

export const pickupAnswer = (number: string) => ({ dispatchConfirmationNumbers: [number], readyByTime: '09:00' });

export const servicePointsAnswer = () => ({
  status: { statusCode: 1, statusMessage: 'OK' },
  servicePoints: [
    {
      facilityId: 'BER001',
      facilityTypeCode: 'EC',
      serviceAreaCode: 'BER',
      servicePointName: 'DHL Service Point',
      localName: 'Kiosk am Ring',
      servicePointType: 'PARTNER',
      address: { addressLine1: 'Ringstr. 5', addressLine2: null, city: 'BERLIN', zipCode: '10115', country: 'DE' },
      geoLocation: { latitude: 52.53, longitude: 13.38 },
      distanceMetric: 0.42,
      openingHours: { openingHours: [{ dayOfWeek: 'MONDAY', openingTime: '600', closingTime: '990' }] },
    },
    {
      facilityId: 'BER002',
      servicePointType: 'TWENTYFOURSEVEN',
      servicePointName: 'DHL Locker',
      address: { addressLine1: 'Bahnhofstr. 1', city: 'BERLIN', zipCode: '10117', country: 'DE' },
      geoLocation: { latitude: 52.6, longitude: 13.4 },
      distanceMetric: 120,
    },
  ],
});
