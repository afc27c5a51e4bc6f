import type { Held, Pickup, Scan } from './simulatorWorld.ts';

/** What the Parcel DE and Unified APIs answer, in their own shapes. */
export const OK = { title: 'ok', statusCode: 200, status: 200, detail: 'The request was processed successfully.' };

export const problem = (status: number, title: string, detail: string) => ({
  title,
  statusCode: status,
  status,
  detail,
});

export const refusedItem = (property: string, validationMessage: string) => ({
  sstatus: problem(400, 'Bad Request', 'Validation failed'),
  validationMessages: [{ property, validationMessage, validationState: 'Error' }],
});

export function orderedItem({ number, reference, hasCustoms }: Held, format: string) {
  const zpl2 = `^XA^FO50,50^BCN,120,N,N,N^FD${number}^FS^XZ`;
  const b64 = Buffer.from(`%PDF-1.4\n% label of ${number}\n%%EOF\n`, 'latin1').toString('base64');
  return {
    shipmentNo: number,
    sstatus: OK,
    shipmentRefNo: reference,
    routingCode: '40327653113+99000943058020',
    label: { ...(format === 'ZPL2' ? { zpl2 } : { b64 }), fileFormat: format, printFormat: '910-300-700' },
    ...(hasCustoms ? { customsDoc: { b64, fileFormat: 'PDF', printFormat: 'A4' } } : {}),
  };
}

export function returnAnswer({ number }: Held) {
  const b64 = Buffer.from(`%PDF-1.4\n% return label of ${number}\n%%EOF\n`, 'latin1').toString('base64');
  return {
    sstatus: { title: 'Created', status: 201 },
    shipmentNo: number,
    label: { b64 },
    routingCode: '40327653113+99',
  };
}

/** A list of items under the status that they have together. */
export function listed(items: readonly { readonly sstatus: { readonly statusCode: number } }[]) {
  const failed = items.find(({ sstatus }) => sstatus.statusCode >= 400);
  return { status: failed ? problem(400, 'Bad Request', 'Some items failed') : OK, items };
}

export function trackAnswer(number: string, scans: readonly Scan[]) {
  const events = scans.map(({ statusCode, description, atMs, city }) => ({
    timestamp: new Date(atMs).toISOString().slice(0, 19),
    location: { address: { addressLocality: city } },
    statusCode,
    status: statusCode.toUpperCase(),
    description,
  }));
  return {
    url: `/shipments?trackingNumber=${number}&offset=0&limit=5`,
    shipments: [
      {
        id: number,
        service: 'parcel-de',
        origin: { address: { countryCode: 'DE' } },
        destination: { address: { countryCode: 'DE' } },
        status: events[0],
        estimatedTimeOfDelivery: '2026-06-04T00:00:00+02:00',
        details: { carrier: { organizationName: 'Deutsche Post DHL' }, totalNumberOfPieces: 1 },
        events,
      },
    ],
  };
}

export const nothingFound = {
  title: 'No result found',
  status: 404,
  detail: 'No shipment with given tracking number found.',
};

export const manifestAnswer = (numbers: readonly string[]) => ({
  status: OK,
  manifestDate: '2026-06-01',
  manifest: [{ b64: Buffer.from('%PDF-1.4\n% manifest\n%%EOF\n').toString('base64'), fileFormat: 'PDF' }],
  items: numbers.map((shipmentNo) => ({ shipmentNo, sheetNo: '1', sstatus: OK })),
});

export const pickupAnswer = ({ id, date }: Pickup) => ({
  confirmation: {
    type: 'ORDERPICKUP',
    value: {
      orderID: id,
      pickupDate: date,
      freeOfCharge: true,
      pickupType: 'BDA',
      confirmedShipments: [{ transportationType: 'PAKET', orderDate: '2026-06-01T10:00:00' }],
    },
  },
});

export const pickupState = ({ id, date, comment, isCancelled }: Pickup) => ({
  orderDetails: { orderID: id, orderState: isCancelled ? 'STORNIERT' : 'ANGENOMMEN' },
  customerDetails: { billingNumber: '33333333330102' },
  pickupLocation: {},
  pickupDetails: { pickupDate: { type: 'Date', value: date }, comment },
  shipmentDetails: {},
});

export const cancelAnswer = (id: string, pickup: Pickup | undefined) => {
  if (!pickup) return { failedCancellations: [{ orderID: id, message: 'Order not found' }] };
  const said = {
    orderID: id,
    orderState: 'STORNIERT',
    message: pickup.isCancelled ? 'Already cancelled' : 'Cancelled',
  };
  return pickup.isCancelled ? { failedCancellations: [said] } : { confirmedCancellations: [said] };
};

export const locationsAnswer = () => ({
  locations: [
    {
      url: '/locations/8003-4103010',
      location: {
        ids: [{ locationId: '8003-4103010', provider: 'parcel' }],
        keyword: 'Postfiliale',
        keywordId: '502',
        type: 'postoffice',
      },
      name: 'Postfiliale 502',
      distance: 214,
      place: {
        address: {
          countryCode: 'DE',
          postalCode: '53113',
          addressLocality: 'Bonn',
          streetAddress: 'Charles-de-Gaulle-Str. 20',
        },
        geo: { latitude: '50.715', longitude: '7.128' },
      },
      openingHours: [
        { opens: '09:00:00', closes: '18:00:00', dayOfWeek: 'Monday' },
        { opens: '10:00:00', closes: '12:00:00', dayOfWeek: 'PublicHolidays' },
      ],
      closurePeriods: [],
    },
  ],
});
