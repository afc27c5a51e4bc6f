import type { Hono } from 'hono';
import { answer, failure } from './simulatorAnswers.ts';
import { ACCOUNT, type World } from './simulatorWorld.ts';

/** Pickups, and the end of a day of Ground. */
export function pickups(app: Hono, world: World): void {
  app.post('/pickup/v1/pickups/availabilities', async (c) => {
    const { carriers, dispatchDate } = await c.req.json<{ carriers: readonly string[]; dispatchDate: string }>();
    return c.json(availabilityAnswer(carriers[0] ?? 'FDXE', dispatchDate));
  });
  app.post('/pickup/v1/pickups', async (c) => {
    const body = await c.req.json();
    if (body.associatedAccountNumber?.value !== ACCOUNT) return c.json(failure('SIM.ACCOUNT', 'Wrong account'), 400);
    const code = world.pickUp(c.req.header('x-customer-transaction-id') ?? '');
    return c.json(pickupAnswer(code, body.carrierCode));
  });
  app.put('/pickup/v1/pickups/cancel', async (c) => {
    const { pickupConfirmationCode } = await c.req.json<{ pickupConfirmationCode: string }>();
    if (world.cancelPickup(pickupConfirmationCode))
      return c.json(
        answer({ pickupConfirmationCode, cancelConfirmationMessage: 'Requested pickup has been cancelled.' }),
      );
    return c.json(failure('PICKUP.NUMBER.EXPIRED', 'PREVIOUS DAY PICKUP, CANNOT CANCEL OR UPDATE'), 400);
  });
  app.put('/ship/v1/endofday/', async (c) => {
    const { closeDate } = await c.req.json<{ closeDate: string }>();
    return c.json(closeAnswer(world.close(closeDate)));
  });
  app.post('/ship/v1/endofday/', async (c) => {
    const { trackingNumber } = await c.req.json<{ trackingNumber: string }>();
    const cycle = world.cycleOf(trackingNumber);
    if (cycle) return c.json(closeAnswer(cycle));
    return c.json(failure('AVAILABILITY.SHIP.DATE.INVALID', 'Ship date is invalid.'), 400);
  });
}

/** Nobody comes on 25 December. */
export const availabilityAnswer = (carrier: string, pickupDate: string) =>
  answer({
    requestTimestamp: `${pickupDate}T08:00:00`,
    options: [
      {
        carrier,
        available: !pickupDate.endsWith('12-25'),
        pickupDate,
        cutOffTime: '17:00:00',
        countryRelationship: 'DOMESTIC',
        scheduleDay: 'FUTURE_DAY',
      },
    ],
  });

export const pickupAnswer = (pickupConfirmationCode: string, carrierCode: string) =>
  answer({
    pickupConfirmationCode,
    message: 'Courier on the way',
    ...(carrierCode === 'FDXE' ? { location: 'COSA' } : {}),
  });

export const closeAnswer = (shippingCycle: string) =>
  answer({
    closeDocuments: [
      {
        type: 'MANIFEST',
        shippingCycle,
        shippingDocumentDisposition: 'RETURNED',
        copiesToPrint: 1,
        parts: [
          {
            documentPartSequenceNumber: 1,
            image: Buffer.from(`FedEx Ground manifest ${shippingCycle}\n`).toString('base64'),
          },
        ],
      },
    ],
  });
