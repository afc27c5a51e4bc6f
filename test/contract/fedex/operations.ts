import type { z } from 'zod';
import { CancelAnswer, RateAnswer, ShipAnswer, TrackAnswer } from '../../../connectors/fedex/wire.ts';

type Operation = {
  readonly method: string;
  readonly path: string;
  /** FedEx's own description of it. */
  readonly file: string;
  /** What the connector reads of its answer. */
  readonly reads?: z.ZodType;
};

/** The operations that the connector calls. */
export const OPERATIONS: readonly Operation[] = [
  { method: 'post', path: '/oauth/token', file: 'authorization-v1' },
  { method: 'post', path: '/rate/v1/rates/quotes', file: 'rates-transit-times-v1', reads: RateAnswer },
  { method: 'post', path: '/ship/v1/shipments', file: 'ship-v1', reads: ShipAnswer },
  { method: 'put', path: '/ship/v1/shipments/cancel', file: 'ship-v1', reads: CancelAnswer },
  { method: 'post', path: '/track/v1/trackingnumbers', file: 'track-v1', reads: TrackAnswer },
  { method: 'post', path: '/track/v1/referencenumbers', file: 'track-v1', reads: TrackAnswer },
];
