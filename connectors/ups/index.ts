import { ok } from '../../core/shared/result.ts';
import { defineConnector } from '../kit/connector.ts';
import { validateAddress } from './addressCheck.ts';
import { auth, type Client, codeOf, createClient, errors } from './client.ts';
import { buyLabel } from './labels.ts';
import { findLocations } from './locations.ts';
import { cancelPickup, schedulePickup } from './pickups.ts';
import { quoteRates } from './rates.ts';
import { SERVERS, Settings } from './settings.ts';
import { track } from './tracking.ts';
import { voidLabel } from './voids.ts';
import { parseAnswer, TrackAnswer } from './wire.ts';

/** No parcel has this number; asking for it proves the credentials at no cost. */
const CHECK_NUMBER = '1Z0000000000000000';

export const ups = defineConnector<Settings, Client>({
  manifest: {
    id: 'ups',
    kind: 'carrier',
    title: 'UPS',
    apiVersion: 'v2409',
    docs: 'https://developer.ups.com/api/reference',
    pacing: { requestsPerSecond: 20, burst: 40, concurrency: 6 },
    timeoutMs: 30_000,
    secretSettings: ['clientSecret'],
    redact: ['authorization', 'access_token', 'graphicimage', 'htmlimage'],
  },
  settings: Settings,
  servers: SERVERS,
  auth,
  formats: { time: { form: 'compact', zone: 'UTC' }, money: { form: 'decimal-text' } },
  client: createClient,
  async check(client, signal) {
    const path = `/api/track/v1/details/${CHECK_NUMBER}`;
    const answer = await client.call({ method: 'GET', path, query: { locale: 'en_US' } }, signal);
    const { shipperNumber, environment } = client.settings;
    const about = ok({ about: `UPS account ${shipperNumber} (${environment})` });
    // UPS let us in and then did not know the number: as it should be.
    if (!answer.ok) return answer.error.code.startsWith(codeOf('')) ? about : answer;
    const parsed = parseAnswer(TrackAnswer, answer.value, 'UPS tracking');
    return parsed.ok ? about : parsed;
  },
  topics: {},
  capabilities: {
    ...{ buyLabel, voidLabel, quoteRates, track },
    ...{ validateAddress, findLocations, schedulePickup, cancelPickup },
  },
  errors,
});
