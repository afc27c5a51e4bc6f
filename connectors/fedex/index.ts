import { ok } from '../../core/shared/result.ts';
import { defineConnector } from '../kit/connector.ts';
import { validateAddress } from './addressCheck.ts';
import { voidLabel } from './cancels.ts';
import { auth, type Client, codeOf, createClient, errors, PAPER_HOSTS } from './client.ts';
import { closeDay } from './closing.ts';
import { buyLabel } from './labels.ts';
import { findLocations } from './locations.ts';
import { cancelPickup, schedulePickup } from './pickups.ts';
import { quoteRates } from './rates.ts';
import { SERVERS, Settings } from './settings.ts';
import { track } from './tracking.ts';
import { tracking, webhook } from './webhook.ts';
import { parseAnswer, TrackAnswer } from './wire.ts';

/** No parcel has this number; asking for it proves the credentials at no cost. */
const CHECK_NUMBER = '000000000000';

export const fedex = defineConnector<Settings, Client>({
  manifest: {
    id: 'fedex',
    kind: 'carrier',
    title: 'FedEx',
    apiVersion: 'v1',
    docs: 'https://developer.fedex.com/api/en-us/catalog.html',
    pacing: { requestsPerSecond: 40, burst: 80, concurrency: 6 },
    timeoutMs: 60_000,
    secretSettings: ['apiKey', 'secretKey', 'childKey', 'childSecret', 'webhookToken'],
    redact: [
      'authorization',
      'access_token',
      'client_id',
      'client_secret',
      'child_key',
      'child_secret',
      'encodedlabel',
    ],
  },
  settings: Settings,
  servers: SERVERS,
  hosts: () => PAPER_HOSTS,
  auth,
  formats: { time: { form: 'rfc3339' }, money: { form: 'decimal-number' } },
  client: createClient,
  async check(client, signal) {
    const body = {
      includeDetailedScans: false,
      trackingInfo: [{ trackingNumberInfo: { trackingNumber: CHECK_NUMBER } }],
    };
    const answer = await client.call(
      { method: 'POST', path: '/track/v1/trackingnumbers', body, effect: 'read' },
      signal,
    );
    const { accountNumber, environment } = client.settings;
    const about = ok({ about: `FedEx account ${accountNumber} (${environment})` });
    // FedEx let us in and then found fault with the number: as it should be.
    if (!answer.ok) return answer.error.code.startsWith(codeOf('TRACKING.')) ? about : answer;
    const parsed = parseAnswer(TrackAnswer, answer.value, 'FedEx tracking');
    return parsed.ok ? about : parsed;
  },
  topics: { tracking },
  webhook,
  capabilities: {
    buyLabel,
    voidLabel,
    quoteRates,
    track,
    validateAddress,
    findLocations,
    schedulePickup,
    cancelPickup,
    closeDay,
  },
  errors,
});
