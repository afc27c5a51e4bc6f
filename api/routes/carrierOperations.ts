import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { CARRIER_OPERATIONS } from '../../core/ports/index.ts';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { operation, refusal } from '../operation.ts';

type App = OpenAPIHono<ApiEnv>;
const ID = '019abc00-0000-7000-8000-000000000009';
const Requested = z.object({ id: z.string() });

/** What people ask of a carrier beside labels: a driver, the end of a day, a label taken back. */
export function carrierOperations(app: App, context: Pick<ApiContext, 'carriers'>): void {
  askCarrier(app, context);
  showRequest(app, context);
  voidLabel(app, context);
  closeDay(app, context);
}

function askCarrier(app: App, { carriers }: Pick<ApiContext, 'carriers'>): void {
  operation(
    app,
    {
      method: 'post',
      path: '/carrier-requests',
      operationId: 'ask_carrier',
      tag: 'carriers',
      summary:
        'Ask a carrier for a pickup, call one off, close its day, or take a label back; done once, by the journal',
      body: z.object({
        connection: z.string().min(1).max(63).describe('The name of the connection.'),
        operation: z.enum(CARRIER_OPERATIONS),
        document: z
          .record(z.string(), z.unknown())
          .describe('By /schemas/pickup.json, pickupReceipt.json, dayClose.json or labelReceipt.json.'),
      }),
      answer: Requested,
      status: 201,
      example: {
        body: {
          connection: 'ups',
          operation: 'schedulePickup',
          document: {
            address: { company: 'Warehouse', line1: 'Lagerstr. 7', city: 'Hamburg', country: 'DE', phone: '+49 40 1' },
            date: '2026-12-02',
            readyAt: '14:00',
            closesAt: '18:00',
            parcels: [{ count: 12, weightGrams: 18_500 }],
          },
        },
        answer: { id: ID },
      },
    },
    async ({ body, actor }) => asked(await carriers.request(body, actor)),
  );
}

function voidLabel(app: App, { carriers }: Pick<ApiContext, 'carriers'>): void {
  operation(
    app,
    {
      method: 'post',
      path: '/shipments/{id}/void-label',
      operationId: 'void_label',
      tag: 'carriers',
      summary: 'Take the label of a shipment back at its carrier',
      answer: Requested,
      status: 201,
      example: { answer: { id: ID } },
    },
    async ({ id, actor }) => asked(await carriers.voidLabel(id, actor)),
  );
}

function closeDay(app: App, { carriers }: Pick<ApiContext, 'carriers'>): void {
  operation(
    app,
    {
      method: 'post',
      path: '/manifests/{id}/close-day',
      operationId: 'close_carrier_day',
      tag: 'carriers',
      summary:
        'Tell the carriers of a manifest what left, and get their own manifests back; the same again changes nothing',
      body: z.object({ date: z.iso.date().optional().describe('The day at the location; today when absent.') }),
      answer: z.object({ ids: z.array(z.string()) }),
      status: 201,
      example: { body: { date: '2026-12-02' }, answer: { ids: [ID] } },
    },
    async ({ id, body, actor }) => {
      const asked = await carriers.closeDay(id, body.date, actor);
      return asked.ok ? { body: { ids: asked.value } } : refusal(asked.error);
    },
  );
}

function showRequest(app: App, { carriers }: Pick<ApiContext, 'carriers'>): void {
  operation(
    app,
    {
      method: 'get',
      path: '/carrier-requests/{id}',
      operationId: 'show_carrier_request',
      tag: 'carriers',
      summary: "What became of a request, with the carrier's answer and its papers",
      answer: z.object({
        id: z.string(),
        connection: z.string(),
        operation: z.string(),
        document: z.unknown(),
        delivery: z.string().describe('Its delivery: /api/v1/deliveries/{id}.'),
        state: z.string(),
        fault: z.unknown(),
        receipt: z.unknown(),
        createdBy: z.string(),
      }),
    },
    async ({ id }) => {
      const shown = await carriers.show(id);
      return shown ? { body: shown } : { status: 404, code: 'not-found', detail: `there is no carrier request ${id}` };
    },
  );
}

const asked = (made: Awaited<ReturnType<ApiContext['carriers']['request']>>) =>
  made.ok ? { body: { id: made.value } } : refusal(made.error);
