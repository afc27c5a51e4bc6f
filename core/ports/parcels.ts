import type { TrackingDocument } from '../documents/index.ts';
import type { ConnectionId } from '../shared/ids.ts';

/** A parcel of a shipment that was given to a carrier. */
export type KnownParcel = ParcelKey & { readonly shipment: string; readonly parcel: string };
export type ParcelKey = { readonly carrier: ConnectionId; readonly trackingNumber: string };
/** What a carrier has told of a parcel by itself. */
export type TrackedNews = Pick<KnownParcel, 'shipment' | 'parcel'> & { readonly document: TrackingDocument };
