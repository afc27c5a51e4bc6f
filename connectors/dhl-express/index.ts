import { ok } from '../../core/shared/result.ts';
import { defineConnector } from '../kit/connector.ts';
import { parseWire } from '../kit/parse.ts';
import { validateAddress } from './addresses.ts';
import { type Client, createClient, errors } from './client.ts';
import { buyLabel } from './labels.ts';
import { cancelPickup, schedulePickup } from './pickups.ts';
import { quoteRates } from './rates.ts';
import { findLocations } from './servicePoints.ts';
import { SERVERS, Settings } from './settings.ts';
import { track } from './tracking.ts';
import { AddressAnswer } from './wire.ts';

export const dhlExpress = defineConnector<Settings, Client>({
  manifest: {
    id: 'dhl-express',
    kind: 'carrier',
    title: 'DHL Express',
    apiVersion: '3.1.1',
    docs: 'https://developer.dhl.com/api-reference/dhl-express-mydhl-api',
    timeoutMs: 30_000,
    secretSettings: ['password', 'servicePointKey'],
    redact: ['authorization'],
  },
  settings: Settings,
  servers: SERVERS,
  auth: ({ username, password }) => ({ kind: 'basic', user: username, password }),
  formats: { money: { form: 'decimal-number' } },
  client: createClient,
  async check(client, signal) {
    // The cheapest call that needs credentials: does DHL Express deliver to Bonn?
    const query = { type: 'delivery', countryCode: 'DE', postalCode: '53113', cityName: 'Bonn' };
    const answer = await client.call({ method: 'GET', path: '/address-validate', query }, signal);
    if (!answer.ok) return answer;
    const parsed = parseWire(AddressAnswer, answer.value, 'DHL Express address');
    if (!parsed.ok) return parsed;
    const { accountNumber, environment } = client.settings;
    return ok({ about: `DHL Express account ${accountNumber} (${environment})` });
  },
  topics: {},
  capabilities: { buyLabel, quoteRates, track, schedulePickup, cancelPickup, validateAddress, findLocations },
  errors,
});
