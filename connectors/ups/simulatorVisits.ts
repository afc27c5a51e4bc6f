import type { Hono } from 'hono';
import { failure } from './simulatorAnswers.ts';
import type { Pickup, World } from './simulatorWorld.ts';
import type { AddressRequest, LocatorRequest, PickupCall } from './visitWire.ts';

const Response = { ResponseStatus: { Code: '1', Description: 'Success' } };

/** Addresses, locations and pickups of the simulated UPS. */
export function visitRoutes(app: Hono, world: World, account: string): void {
  app.post('/api/addressvalidation/:version/:option', async (c) => {
    const { AddressKeyFormat } = (await c.req.json<AddressRequest>()).XAVRequest;
    return c.json(addressAnswer(AddressKeyFormat));
  });
  app.post('/api/locations/:version/search/availabilities/:option', async (c) => {
    const { OriginAddress, LocationSearchCriteria } = (await c.req.json<LocatorRequest>()).LocatorRequest;
    const { PoliticalDivision2 = 'Town', CountryCode } = OriginAddress.AddressKeyFormat;
    const isAccessPoint = c.req.param('option') === '64';
    const most = Math.min(3, Number(LocationSearchCriteria?.MaximumListSize ?? 5));
    return c.json(locatorAnswer({ city: PoliticalDivision2, country: CountryCode, isAccessPoint }, most));
  });
  app.post('/api/pickupcreation/:version/pickup', async (c) => {
    const { PickupCreationRequest: request } = await c.req.json<PickupCall>();
    if (request.Shipper?.Account?.AccountNumber !== account)
      return c.json(failure('SIM10', 'Missing or invalid account'), 400);
    const pickup = world.schedule(request.ReferenceNumber ?? '', request.PickupDateInfo.PickupDate);
    const RateStatus = { Code: '02', Description: 'Rate not requested' };
    return c.json({ PickupCreationResponse: { Response, PRN: pickup.prn, RateStatus } });
  });
  app.get('/api/shipments/:version/pickup/oncall', (c) => {
    if (c.req.header('accountnumber') !== account) return c.json(failure('SIM11', 'Missing account number'), 400);
    const PendingStatus = world.pickups.filter(({ isCancelled }) => !isCancelled).map(pendingStatus);
    return c.json({ PickupPendingStatusResponse: { Response, PendingStatus } });
  });
  app.delete('/api/shipments/:version/pickup/02', (c) => {
    const outcome = world.cancelPickup(c.req.header('prn') ?? '');
    if (outcome === 'unknown') return c.json(failure('SIM12', 'No pickup found for this PRN'), 400);
    if (outcome === 'already') return c.json(failure('SIM13', 'The pickup is already cancelled'), 400);
    return c.json({ PickupCancelResponse: { Response, PickupType: '01' } });
  });
}

const pendingStatus = ({ prn, reference, date }: Pickup) => ({
  PickupType: '01',
  ServiceDate: date,
  PRN: prn,
  OnCallStatusCode: '002',
  PickupStatusMessage: 'Dispatched to driver',
  ReferenceNumber: reference,
});

type Asked = AddressRequest['XAVRequest']['AddressKeyFormat'];

/** Streets called "Nowhere" do not exist, those called "Main" are many; all others UPS writes in capitals. */
function addressAnswer(asked: Asked) {
  const street = asked.AddressLine?.[0] ?? '';
  const candidate = (more: string) => ({
    AddressClassification: { Code: '2', Description: 'Residential' },
    AddressKeyFormat: {
      AddressLine: [
        `${street}${more}`.toUpperCase(),
        ...(asked.AddressLine ?? []).slice(1).map((line) => line.toUpperCase()),
      ],
      PoliticalDivision2: (asked.PoliticalDivision2 ?? '').toUpperCase(),
      PoliticalDivision1: asked.PoliticalDivision1 ?? '',
      PostcodePrimaryLow: asked.PostcodePrimaryLow ?? '10118',
      PostcodeExtendedLow: asked.PostcodeExtendedLow ?? '0110',
      CountryCode: asked.CountryCode,
    },
  });
  if (/nowhere/i.test(street))
    return {
      XAVResponse: {
        Response,
        NoCandidatesIndicator: '',
        AddressClassification: { Code: '0', Description: 'UnClassified' },
      },
    };
  const isMany = /\bmain\b/i.test(street);
  return {
    XAVResponse: {
      Response,
      ...(isMany ? { AmbiguousAddressIndicator: '' } : { ValidAddressIndicator: '' }),
      AddressClassification: { Code: '2', Description: 'Residential' },
      Candidate: isMany ? [candidate(' N'), candidate(' S')] : [candidate('')],
    },
  };
}

type Around = { readonly city: string; readonly country: string; readonly isAccessPoint: boolean };

const NAMES = ['Corner Shop', 'Book Store', 'Petrol Station'];

export function locatorAnswer({ city, country, isAccessPoint }: Around, most: number) {
  const DropLocation = NAMES.slice(0, most).map((name, i) => ({
    LocationID: String(100_001 + i),
    OriginOrDestination: '01',
    IVR: { PhraseID: '1' },
    Geocode: { Latitude: `53.55${i}1`, Longitude: `9.99${i}3` },
    AddressKeyFormat: {
      ConsigneeName: name,
      AddressLine: `Market ${i + 1}`,
      PoliticalDivision2: city,
      PoliticalDivision1: '',
      PostcodePrimaryLow: '20457',
      CountryCode: country,
    },
    PhoneNumber: ['494012345'],
    LocationAttribute: [
      {
        OptionType: { Code: '01', Description: 'Location' },
        OptionCode: [{ Code: isAccessPoint ? '018' : '002', Description: 'Place' }],
      },
    ],
    Distance: { Value: `${i}.4`, UnitOfMeasurement: { Code: 'KM', Description: 'Kilometers' } },
    Timezone: 'Europe/Berlin',
    OperatingHours: {
      StandardHours: [
        {
          HoursType: '10',
          DayOfWeek: [
            { Day: '1', ClosedIndicator: '' },
            { Day: '2', OpenHours: '900', CloseHours: '1830' },
            { Day: '7', Open24HoursIndicator: 'true' },
          ],
        },
        { HoursType: '50', DayOfWeek: [{ Day: '2', LatestDropOffHours: '1700' }] },
      ],
    },
    ...(isAccessPoint ? { AccessPointInformation: { PublicAccessPointID: `U1234567${i}` } } : {}),
  }));
  return {
    LocatorResponse: {
      Response: { ResponseStatusCode: '1', ResponseStatusDescription: 'Success' },
      SearchResults: { DropLocation },
      AllowAllConfidenceLevels: 'false',
    },
  };
}
