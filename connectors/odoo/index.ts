import type { Fault } from '../../core/shared/fault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { type CheckAnswer, defineConnector } from '../kit/connector.ts';
import { cancelOrder } from './cancellations.ts';
import { OdooClient } from './client.ts';
import { ODOO_TIME } from './datetime.ts';
import { classify } from './faults.ts';
import { companyName } from './masterData.ts';
import { pushOrder } from './orders.ts';
import { decodePicking, pullPickings } from './pickings.ts';
import { OdooSettings } from './settings.ts';
import { decodeStock, pullStock } from './stock.ts';

async function check(client: OdooClient, signal: AbortSignal): Promise<Result<CheckAnswer, Fault>> {
  const version = await client.version(signal);
  if (!version.ok) return version;
  const company = await companyName(client, signal);
  return company.ok ? ok({ about: `Odoo ${version.value.text}, company ${company.value}` }) : company;
}

/** Odoo from version 16 on: sale orders and cancellations to it, stock levels and pickings from it. */
export const odoo = defineConnector<OdooSettings, OdooClient>({
  manifest: {
    id: 'odoo',
    kind: 'erp',
    title: 'Odoo',
    apiVersion: '16-19',
    docs: 'https://www.odoo.com/documentation/19.0/developer/reference/external_api.html',
    // Odoo has no limit of its own; two or four workers are what most servers have.
    pacing: { requestsPerSecond: 500, burst: 500, concurrency: 4 },
    timeoutMs: 15_000,
    secretSettings: ['apiKey', 'password'],
    redact: ['authorization'],
  },
  settings: OdooSettings,
  servers: { production: ({ baseUrl }) => baseUrl },
  formats: { time: ODOO_TIME, money: { form: 'decimal-number' } },
  client: (settings, io) => new OdooClient(settings, io),
  check,
  topics: { stock: { decode: decodeStock }, picking: { decode: decodePicking } },
  capabilities: { pushOrder, cancelOrder, pullStock, pullPickings },
  classify,
});
