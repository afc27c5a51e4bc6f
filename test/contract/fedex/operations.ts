import type { z } from 'zod';
import {
  AddressAnswer,
  AvailabilityAnswer,
  CancelAnswer,
  CloseAnswer,
  LocationAnswer,
  PickupAnswer,
  PickupCancelAnswer,
  RateAnswer,
  ShipAnswer,
  TrackAnswer,
  UploadAnswer,
} from '../../../connectors/fedex/wire.ts';

type Operation = {
  readonly method: string;
  readonly path: string;
  /** FedEx's own description of it. */
  readonly file: string;
  /** Of a good answer; 200 when absent. */
  readonly status?: string;
  /** What the connector reads of its answer. */
  readonly reads?: z.ZodType;
};

/** The operations that the connector calls. */
export const OPERATIONS: readonly Operation[] = [
  { method: 'post', path: '/oauth/token', file: 'authorization-v1' },
  { method: 'post', path: '/rate/v1/rates/quotes', file: 'rates-transit-times-v1', reads: RateAnswer },
  { method: 'post', path: '/ship/v1/shipments', file: 'ship-v1', reads: ShipAnswer },
  {
    method: 'post',
    path: '/documents/v1/etds/encodedmultiupload',
    file: 'trade-documents-upload-v1',
    status: '201',
    reads: UploadAnswer,
  },
  { method: 'put', path: '/ship/v1/shipments/cancel', file: 'ship-v1', reads: CancelAnswer },
  { method: 'post', path: '/track/v1/trackingnumbers', file: 'track-v1', reads: TrackAnswer },
  { method: 'post', path: '/track/v1/referencenumbers', file: 'track-v1', reads: TrackAnswer },
  { method: 'post', path: '/address/v1/addresses/resolve', file: 'address-validation-v1', reads: AddressAnswer },
  { method: 'post', path: '/location/v1/locations', file: 'locations-search-v1', reads: LocationAnswer },
  { method: 'post', path: '/pickup/v1/pickups/availabilities', file: 'pickup-request-v1', reads: AvailabilityAnswer },
  { method: 'post', path: '/pickup/v1/pickups', file: 'pickup-request-v1', reads: PickupAnswer },
  { method: 'put', path: '/pickup/v1/pickups/cancel', file: 'pickup-request-v1', reads: PickupCancelAnswer },
  { method: 'put', path: '/ship/v1/endofday/', file: 'ground-eod-close-v1', reads: CloseAnswer },
  { method: 'post', path: '/ship/v1/endofday/', file: 'ground-eod-close-v1', reads: CloseAnswer },
];
