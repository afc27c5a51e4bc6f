import type { Hono } from 'hono';
import { answer, failure } from './simulatorAnswers.ts';

type Asked = {
  readonly streetLines: readonly string[];
  readonly city: string;
  readonly stateOrProvinceCode?: string;
  readonly postalCode: string;
  readonly countryCode: string;
};

/** Address validation and the search for locations. */
export function places(app: Hono): void {
  app.post('/address/v1/addresses/resolve', async (c) => {
    const { addressesToValidate } = await c.req.json<{ addressesToValidate: readonly { address: Asked }[] }>();
    const asked = addressesToValidate[0]?.address;
    if (!asked || asked.city === 'Nowhere')
      return c.json(failure('STANDARDIZED.ADDRESS.NOTFOUND', 'Standardized address is not found.'), 400);
    return c.json(addressAnswer(asked));
  });
  app.post('/location/v1/locations', async (c) => {
    const { location } = await c.req.json<{ location: { address: Partial<Asked> } }>();
    return c.json(locationAnswer(location.address));
  });
}

const KNOWN: ReadonlySet<string> = new Set(['US', 'CA']);

/** An address as FedEx writes it: in capitals, and with the four digits behind a ZIP code. */
export function addressAnswer({ streetLines, city, stateOrProvinceCode, postalCode, countryCode }: Asked) {
  const isKnown = KNOWN.has(countryCode);
  const [base = '', addOn = '0110'] = postalCode.split('-');
  return answer({
    resolvedAddresses: [
      {
        streetLinesToken: streetLines.map((line) => line.toUpperCase()),
        city: city.toUpperCase(),
        ...(stateOrProvinceCode ? { stateOrProvinceCode } : {}),
        countryCode,
        parsedPostalCode: countryCode === 'US' ? { base, addOn } : { base },
        classification: isKnown ? 'BUSINESS' : 'UNKNOWN',
        customerMessage: [],
        attributes: {
          CountrySupported: isKnown,
          AddressType: isKnown ? 'STANDARDIZED' : 'RAW',
          Resolved: isKnown,
          MultipleMatches: false,
          InvalidSuiteNumber: false,
          SuiteRequiredButMissing: false,
        },
      },
    ],
  });
}

/** One shop around the corner. */
export const locationAnswer = ({ city = 'Memphis', postalCode = '38120', countryCode = 'US' }: Partial<Asked>) =>
  answer({
    totalResults: 1,
    resultsReturned: 1,
    locationDetailList: [
      {
        distance: { units: 'KM', value: 1.25 },
        contactAndAddress: {
          contact: { companyName: 'FedEx Ship Center', phoneNumber: '9013693600' },
          address: { streetLines: ['1000 Ridge Lake Blvd', 'Suite 2'], city, postalCode, countryCode },
          addressAncillaryDetail: { displayName: 'FedEx Ship Center Memphis', locationInCity: 'East' },
        },
        locationId: 'YBZA',
        locationType: 'FEDEX_AUTHORIZED_SHIP_CENTER',
        geoPositionalCoordinates: { latitude: 35.1, longitude: -89.87 },
        storeHours: [
          {
            dayofweek: 'MONDAY',
            operationalHoursType: 'OPEN_BY_HOURS',
            operationalHours: [{ begins: '09:00:00', ends: '18:30:00' }],
          },
          { dayofweek: 'SATURDAY', operationalHoursType: 'OPEN_ALL_DAY' },
          { dayofweek: 'SUNDAY', operationalHoursType: 'CLOSED_ALL_DAY' },
        ],
      },
    ],
  });
