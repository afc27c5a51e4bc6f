import { sampleDocument } from '../kit/conformance/sampleDocuments.ts';
import { extremeOrders, sampleOrder } from '../kit/conformance/sampleOrder.ts';
import type { ConformanceSubject } from '../kit/conformance/subject.ts';
import { marketplace } from './index.ts';
import { receivedWebhook, signedWebhook } from './sender.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes.....').toString('base64')}`;
const order = sampleOrder(1);
const timestamp = '2026-03-02T09:00:00.000Z';

export const subjects: readonly ConformanceSubject[] = [
  {
    connector: marketplace,
    messages: {
      'order.created': [{ type: 'order.created', timestamp, data: order }],
      'order.updated': [{ type: 'order.updated', data: order }],
      'order.cancelled': [
        { type: 'order.cancelled', timestamp, data: order },
        { type: 'order.cancelled', data: { ...order, cancelledAt: timestamp, cancelReason: 'changed my mind' } },
      ],
      'refund.created': [{ type: 'refund.created', data: sampleDocument('refund') }],
      'product.updated': [{ type: 'product.updated', data: sampleDocument('product') }],
    },
    extremes: {
      'order.created': Object.values(extremeOrders(sampleOrder(2))).map((data) => ({
        type: 'order.created',
        timestamp,
        data,
      })),
    },
    keptRaw: [
      { at: '/type', why: 'the topic that the message arrives under' },
      { at: '/timestamp', why: 'when it was sent; the document has the times of its record' },
    ],
    webhook: {
      settings: { secret: SECRET },
      signatureHeader: 'webhook-signature',
      isTimed: true,
      request({ id, at, receivedAt, changedAt = order.updatedAt }) {
        const event = { type: 'order.created', timestamp, data: { ...order, updatedAt: changedAt } };
        return receivedWebhook(signedWebhook(SECRET, id, at, event), receivedAt);
      },
    },
  },
];
