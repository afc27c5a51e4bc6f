import { Hono } from 'hono';
import { GifWriter } from 'omggif';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';

export type UpsSimulatorOptions = SimulatorOptions & {
  /** Time between two tracking activities of a parcel. */
  readonly trackStepMs?: number;
};

type Shipment = {
  readonly id: string;
  readonly reference: string;
  readonly trackingNumbers: readonly string[];
  readonly format: string;
  readonly createdMs: number;
  isVoid: boolean;
};

const CLIENT = { id: 'simulated-client', secret: 'simulated-secret' } as const;
const ACCOUNT = 'A1B2C3';

/** UPS in small: tokens, shipments with labels, recovery by reference, voids, and tracking that goes on with time. */
export async function startUpsSimulator(options: UpsSimulatorOptions = {}): Promise<Simulator> {
  const world = new World(options.now ?? Date.now, options.trackStepMs ?? 60_000);
  const served = await serveSimulator(appOf(world), () => world.state(), options);
  const settings = {
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    shipperNumber: ACCOUNT,
    shipperName: 'Crossdock',
    baseUrl: served.url,
  };
  return { ...served, settings };
}

class World {
  readonly shipments = new Map<string, Shipment>();
  readonly tokens = new Map<string, number>();
  readonly #now: () => number;
  readonly #stepMs: number;
  #count = 0;

  constructor(now: () => number, stepMs: number) {
    this.#now = now;
    this.#stepMs = stepMs;
  }

  token(): string {
    const token = `token-${this.tokens.size + 1}`;
    this.tokens.set(token, this.#now() + 14_399_000);
    return token;
  }

  isValid(header: string | undefined): boolean {
    return (this.tokens.get(header?.replace(/^Bearer /, '') ?? '') ?? 0) > this.#now();
  }

  ship(reference: string, packages: number, format: string): Shipment {
    const numbers = Array.from({ length: packages }, () => `1Z${ACCOUNT}03${String(++this.#count).padStart(8, '0')}`);
    const id = numbers[0] ?? '';
    const shipment = { id, reference, trackingNumbers: numbers, format, createdMs: this.#now(), isVoid: false };
    this.shipments.set(id, shipment);
    return shipment;
  }

  byReference(reference: string): Shipment | undefined {
    return [...this.shipments.values()].find((shipment) => shipment.reference === reference && !shipment.isVoid);
  }

  byTracking(number: string): Shipment | undefined {
    return [...this.shipments.values()].find((shipment) => shipment.trackingNumbers.includes(number));
  }

  /** The activities that have happened by now, newest first as UPS lists them. */
  activities({ createdMs, isVoid }: Shipment): readonly object[] {
    const steps = isVoid ? VOIDED : STEPS;
    const count = Math.min(steps.length, 1 + Math.floor((this.#now() - createdMs) / this.#stepMs));
    return steps
      .slice(0, count)
      .map(([type, code, description, city], i) => {
        const at = new Date(createdMs + i * this.#stepMs).toISOString();
        const [date = '', time = ''] = at.replace(/\.\d+Z$/, '').split('T');
        const plain = { date: date.replaceAll('-', ''), time: time.replaceAll(':', '') };
        const location = { address: { city, countryCode: 'DE' } };
        return { status: { type, code, description }, ...plain, gmtDate: plain.date, gmtTime: time, location };
      })
      .reverse();
  }

  state(): unknown {
    return {
      shipments: [...this.shipments.values()].map(({ reference, trackingNumbers, isVoid }) => ({
        reference,
        trackingNumbers,
        isVoid,
      })),
    };
  }
}

const STEPS = [
  ['M', 'MP', 'Shipper created a label', 'Berlin'],
  ['P', 'PU', 'Pickup Scan', 'Berlin'],
  ['I', 'DP', 'Departed from Facility', 'Hannover'],
  ['O', 'OT', 'Out For Delivery Today', 'Hamburg'],
  ['D', 'FS', 'DELIVERED', 'Hamburg'],
] as const;
const VOIDED = [['MV', 'VP', 'Void information received', 'Berlin']] as const;

const failure = (code: string, message: string) => ({ response: { errors: [{ code, message }] } });

type ShipBody = {
  ShipmentRequest?: {
    Shipment?: {
      ReferenceNumber?: { Value?: string }[];
      Package?: unknown[];
      Shipper?: { ShipperNumber?: string };
      ShipTo?: { Address?: { PostalCode?: string; CountryCode?: string } };
    };
    LabelSpecification?: { LabelImageFormat?: { Code?: string } };
  };
};

function appOf(world: World): Hono {
  const app = new Hono();
  app.post('/security/v1/oauth/token', (c) => {
    const expected = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`;
    if (c.req.header('authorization') !== expected) return c.json(failure('10401', 'ClientId is Invalid'), 401);
    return c.json({ token_type: 'Bearer', access_token: world.token(), expires_in: '14399', status: 'approved' });
  });
  app.use('/api/*', async (c, next) => {
    if (!world.isValid(c.req.header('authorization')))
      return c.json(failure('250002', 'Invalid Authentication Information.'), 401);
    return next();
  });
  app.post('/api/shipments/:version/ship', async (c) => ship(world, await c.req.json<ShipBody>()));
  app.post('/api/labels/:version/recovery', async (c) => recovery(world, await c.req.json()));
  app.delete('/api/shipments/:version/void/cancel/:id', (c) => {
    const shipment = world.shipments.get(c.req.param('id'));
    if (!shipment) return c.json(failure('190100', 'The tracking number is not found'), 400);
    if (shipment.isVoid) return c.json(failure('190117', 'The shipment has already been voided'), 400);
    shipment.isVoid = true;
    const Status = { Code: '1', Description: 'Voided' };
    return c.json({
      VoidShipmentResponse: {
        Response: { ResponseStatus: { Code: '1', Description: 'Success' } },
        SummaryResult: { Status },
      },
    });
  });
  app.post('/api/rating/:version/Shop', (c) => {
    const rated = [
      ['11', '8.40', '2'],
      ['65', '19.90', '1'],
      ['07', '31.25', '1'],
    ].map(([Code = '', MonetaryValue = '', days = '']) => ({
      Service: { Code },
      TotalCharges: { CurrencyCode: 'EUR', MonetaryValue },
      GuaranteedDelivery: { BusinessDaysInTransit: days },
    }));
    return c.json({
      RateResponse: { Response: { ResponseStatus: { Code: '1', Description: 'Success' } }, RatedShipment: rated },
    });
  });
  app.get('/api/track/v1/details/:number', (c) => {
    const trackingNumber = c.req.param('number');
    const shipment = world.byTracking(trackingNumber);
    const warnings = [{ code: 'TW0001', message: 'Tracking Information Not Found' }];
    if (!shipment) return c.json({ trackResponse: { shipment: [{ inquiryNumber: trackingNumber, warnings }] } });
    const parcel = { trackingNumber, activity: world.activities(shipment) };
    return c.json({ trackResponse: { shipment: [{ inquiryNumber: trackingNumber, package: [parcel] }] } });
  });
  return app;
}

function ship(world: World, { ShipmentRequest: request }: ShipBody): Response {
  const shipment = request?.Shipment;
  const reference = shipment?.ReferenceNumber?.[0]?.Value ?? '';
  if (shipment?.Shipper?.ShipperNumber !== ACCOUNT)
    return Response.json(failure('120100', 'Missing or invalid shipper number'), { status: 400 });
  if (!shipment.ShipTo?.Address?.CountryCode)
    return Response.json(failure('120206', 'Missing or invalid ship to country code'), { status: 400 });
  if (reference.length > 35) return Response.json(failure('120541', 'Invalid reference number'), { status: 400 });
  const format = request?.LabelSpecification?.LabelImageFormat?.Code ?? 'GIF';
  const made = world.ship(reference, shipment.Package?.length ?? 1, format);
  const total = { CurrencyCode: 'EUR', MonetaryValue: '8.40' };
  return Response.json({
    ShipmentResponse: {
      Response: { ResponseStatus: { Code: '1', Description: 'Success' } },
      ShipmentResults: {
        ShipmentCharges: {
          TransportationCharges: total,
          ServiceOptionsCharges: { ...total, MonetaryValue: '0.00' },
          TotalCharges: total,
        },
        BillingWeight: { UnitOfMeasurement: { Code: 'KGS' }, Weight: '1.0' },
        ShipmentIdentificationNumber: made.id,
        PackageResults: made.trackingNumbers.map((TrackingNumber) => ({
          TrackingNumber,
          ShippingLabel: { ImageFormat: { Code: format, Description: format }, GraphicImage: imageOf(format) },
        })),
      },
    },
  });
}

function recovery(
  world: World,
  body: { LabelRecoveryRequest?: { ReferenceValues?: { ReferenceNumber?: { Value?: string } } } },
): Response {
  const reference = body.LabelRecoveryRequest?.ReferenceValues?.ReferenceNumber?.Value ?? '';
  const shipment = world.byReference(reference);
  if (!shipment) return Response.json(failure('300104', 'No label found for the reference number'), { status: 400 });
  return Response.json({
    LabelRecoveryResponse: {
      Response: { ResponseStatus: { Code: '1', Description: 'Success' } },
      ShipmentIdentificationNumber: shipment.id,
      LabelResults: shipment.trackingNumbers.map((TrackingNumber) => ({
        TrackingNumber,
        LabelImage: { LabelImageFormat: { Code: shipment.format }, GraphicImage: imageOf(shipment.format) },
      })),
    },
  });
}

let drawn: string | undefined;

/** A label: bars on white as UPS sends them, 1400 by 800, or a few lines for a printer. */
function imageOf(format: string): string {
  if (format !== 'GIF') return Buffer.from('^XA^FO50,50^FDSIMULATED LABEL^FS^XZ').toString('base64');
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
