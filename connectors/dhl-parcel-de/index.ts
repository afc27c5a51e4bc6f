import { ok } from '../../core/shared/result.ts';
import { defineConnector } from '../kit/connector.ts';
import { auth, type Client, createClient, errors, isRefusal, UNIFIED_HOSTS } from './client.ts';
import { closeDay } from './closing.ts';
import { openShipments } from './deleting.ts';
import { buyLabel } from './labels.ts';
import { findLocations } from './locations.ts';
import { cancelPickup, schedulePickup } from './pickups.ts';
import { TOKEN_HEADER, topics, webhook } from './push.ts';
import { SERVERS, Settings } from './settings.ts';
import { track } from './tracking.ts';
import { voidLabel } from './voids.ts';

/** No shipment has this number; asking for it proves the credentials at no cost. */
const CHECK_NUMBER = '000000000000000000';

export const dhlParcelDe = defineConnector<Settings, Client>({
  manifest: {
    id: 'dhl-parcel-de',
    kind: 'carrier',
    title: 'DHL Parcel Germany',
    apiVersion: '2.1',
    docs: 'https://developer.dhl.com/api-reference/parcel-de-shipping-post-parcel-germany-v2',
    timeoutMs: 30_000,
    secretSettings: ['apiKey', 'apiSecret', 'password', 'pushToken'],
    redact: [TOKEN_HEADER, 'authorization', 'dhl-api-key', 'access_token', 'client_secret', 'password', 'b64', 'zpl2'],
  },
  settings: Settings,
  servers: SERVERS,
  hosts: ({ environment }) => Object.values(UNIFIED_HOSTS).map((hosts) => hosts[environment]),
  auth,
  client: createClient,
  async check(client, signal) {
    const open = await openShipments(client, [CHECK_NUMBER], signal);
    if (!open.ok && !isRefusal(open.error)) return open;
    const { billingNumbers, environment } = client.settings;
    return ok({ about: `DHL business customer ${billingNumbers.slice(0, 10)} (${environment})` });
  },
  topics,
  webhook,
  capabilities: { buyLabel, voidLabel, track, closeDay, schedulePickup, cancelPickup, findLocations },
  errors,
});
