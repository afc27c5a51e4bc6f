import type { LabelRequest } from '../../core/documents/index.ts';
import { crossesCustoms } from '../../core/shared/customsUnion.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { defaultProduct } from './codes.ts';
import { customsOf, papersOf, registrationsOf } from './customs.ts';
import { packagesOf, partyOf, postalAddressOf } from './parties.ts';
import { plannedTime } from './plannedTime.ts';
import { servicesOf } from './services.ts';
import type { Settings } from './settings.ts';
import type { ImageOption, Party, ShipRequest } from './wire.ts';

const MAX_REFERENCE = 35;
const MAX_SERVICE_POINT = 6;

/** DHL Express draws PDF, ZPL and EPL; who asks for a picture gets the PDF, named as such. */
const ENCODINGS = { PDF: 'pdf', PNG: 'pdf', GIF: 'pdf', ZPL: 'zpl', EPL: 'epl' } as const;

/** DHL's defaults: a label of 8 by 4 inches, and an invoice in portrait. */
const LABEL: ImageOption = { typeCode: 'label', templateName: 'ECOM26_84_001' };
const INVOICE = 'COMMERCIAL_INVOICE_P_10';

/** A request that can be sent: its addresses and customs data are whole, and it asks for nothing that DHL cannot do. */
export function checked(request: LabelRequest): Result<LabelRequest, Fault> {
  const from = postalAddressOf(request.from, '/from');
  if (!from.ok) return from;
  const to = postalAddressOf(request.to, '/to');
  if (!to.ok) return to;
  const { collectAt } = request;
  if (collectAt !== undefined && collectAt.length > MAX_SERVICE_POINT)
    return err(permanent('no-location', `DHL Express has no service point ${collectAt}`, '/collectAt'));
  if (!request.customs && crossesCustoms(request.from, request.to))
    return err(permanent('customs-missing', 'goods that cross a border of customs need customs data', '/customs'));
  const customs = customsOf(request, { reference: request.reference, date: '' });
  const papers = customs.ok && request.customs ? papersOf(request.customs) : customs;
  const services = papers.ok ? servicesOf(request) : papers;
  return services.ok ? ok(request) : services;
}

/** The product that a shipment goes by: its own, the connection's, or the usual one. */
export function productOf({ service, from, to, customs }: LabelRequest, settings: Settings): string {
  return service ?? settings.product ?? defaultProduct(from, to, customs?.contents);
}

/** A shipment that carries our reference, so that it can be found again. A fault when the reference does not fit. */
export function shipRequest(
  request: LabelRequest,
  settings: Settings,
  reference: string,
  now: Instant,
): Result<ShipRequest, Fault> {
  if (reference.length > MAX_REFERENCE)
    return err(permanent('reference-too-long', `DHL Express takes references of up to ${MAX_REFERENCE} characters`));
  const planned = plannedTime(now, settings.timeZone, request.shipOn);
  const parties = partiesOf(request, settings);
  if (!parties.ok) return parties;
  const customs = customsOf(request, { reference, date: planned.slice(0, 10) });
  if (!customs.ok) return customs;
  const papers = papersOf(request.customs ?? { papers: [] });
  if (!papers.ok) return papers;
  const services = servicesOf(request);
  if (!services.ok) return services;
  return ok({
    plannedShippingDateAndTime: planned,
    pickup: { isRequested: false },
    productCode: productOf(request, settings),
    getRateEstimates: true,
    accounts: accountsOf(request, settings),
    ...(services.value.length > 0 ? { valueAddedServices: services.value } : {}),
    outputImageProperties: {
      encodingFormat: ENCODINGS[request.labelFormat ?? settings.labelFormat],
      splitDocumentsByPages: true,
      imageOptions: [LABEL, ...invoiceOf(request)],
    },
    customerReferences: [{ typeCode: 'CU', value: reference }],
    customerDetails: parties.value,
    content: contentOf(request, settings, customs.value),
    ...(papers.value.length > 0 ? { documentImages: papers.value } : {}),
    ...(request.collectAt
      ? { onDemandDelivery: { deliveryOption: 'servicepoint', servicePointId: request.collectAt } }
      : {}),
    estimatedDeliveryDate: { isRequested: true, typeCode: 'QDDC' },
    getAdditionalInformation: [{ typeCode: 'linkLabelsByPieces', isRequested: true }],
  });
}

function contentOf(
  { parcels, customs }: LabelRequest,
  { contents }: Settings,
  declared: Pick<ShipRequest['content'], 'isCustomsDeclarable'>,
): ShipRequest['content'] {
  const goods = customs?.lines.map(({ description }) => description).join(', ');
  return {
    packages: packagesOf(parcels),
    ...declared,
    description: (goods || contents).slice(0, 70),
    incoterm: customs?.incoterm ?? 'DAP',
    unitOfMeasurement: 'metric',
  };
}

/** Duties are billed to the sender's account where he delivers duty paid, else to the recipient. */
const accountsOf = ({ customs }: LabelRequest, { accountNumber: number }: Settings): ShipRequest['accounts'] => [
  { typeCode: 'shipper', number },
  ...(customs?.incoterm === 'DDP' ? [{ typeCode: 'duties-taxes' as const, number }] : []),
];

/** The invoice that DHL draws where goods are declared and the sender has none of his own. */
function invoiceOf({ customs }: LabelRequest): readonly ImageOption[] {
  if (!customs || customs.contents === 'documents' || customs.papers.length > 0) return [];
  const invoiceType = customs.reason === 'sale' ? 'commercial' : 'proforma';
  return [{ typeCode: 'invoice', templateName: INVOICE, isRequested: true, invoiceType }];
}

function partiesOf(request: LabelRequest, { phone }: Settings): Result<ShipRequest['customerDetails'], Fault> {
  const { customs, collectAt } = request;
  const shipper = registered(request.from, '/from', phone, '/customs/exporterTaxIds', customs?.exporterTaxIds);
  if (!shipper.ok) return shipper;
  const importer = customs?.importer;
  const ids = customs?.importerTaxIds;
  const receiver = registered(request.to, '/to', phone, '/customs/importerTaxIds', importer ? [] : ids);
  if (!receiver.ok) return receiver;
  const parties = { shipperDetails: shipper.value, receiverDetails: receiver.value };
  // DHL wants a buyer where it delivers to a service point.
  const buyer = collectAt ? { buyerDetails: receiver.value } : {};
  if (!importer) return ok({ ...parties, ...buyer });
  const imports = registered(importer, '/customs/importer', phone, '/customs/importerTaxIds', ids);
  return imports.ok ? ok({ ...parties, ...buyer, importerDetails: imports.value }) : imports;
}

function registered(
  address: LabelRequest['from'],
  at: string,
  phone: string,
  idsAt: string,
  ids: NonNullable<LabelRequest['customs']>['exporterTaxIds'] = [],
): Result<Party, Fault> {
  const party = partyOf(address, at, phone);
  if (!party.ok || ids.length === 0) return party;
  const numbers = registrationsOf(ids, party.value.postalAddress.countryCode, idsAt);
  return numbers.ok ? ok({ ...party.value, registrationNumbers: numbers.value }) : numbers;
}
