import type { CustomsValue, TaxIdValue } from '../../core/documents/index.ts';
import type { Party, TaxInformation } from './wire.ts';

type Agent = NonNullable<TaxInformation['AgentTaxIdentificationNumber']>[number];
type Side = { readonly agent: string; readonly role: string; readonly party: Party };

/** Codes of the Shipping API: SHIP_FROM and CONSIGNEE as agents, exporter and importer as roles of their numbers. */
const EXPORTER = { agent: '20', role: '06' } as const;
const IMPORTER = { agent: '30', role: '05' } as const;
const PURPOSE_CUSTOMS = '01';
const PURPOSE_EORI = '02';

/** The tax numbers of both ends; undefined where there are none. */
export function taxInformation(
  { exporterTaxIds, importerTaxIds }: CustomsValue,
  { from, to }: { readonly from: Party; readonly to: Party },
): TaxInformation | undefined {
  const agents = [
    ...agentOf(exporterTaxIds, { ...EXPORTER, party: from }),
    ...agentOf(importerTaxIds, { ...IMPORTER, party: to }),
  ];
  return agents.length > 0 ? { AgentTaxIdentificationNumber: agents } : undefined;
}

function agentOf(ids: readonly TaxIdValue[], side: Side): readonly Agent[] {
  if (ids.length === 0) return [];
  const TaxIdentificationNumber = ids.map(({ kind, number, country }) => ({
    IdentificationNumber: number,
    IDNumberCustomerRole: side.role,
    IDNumberEncryptionIndicator: '0',
    ...(country ? { IDNumberIssuingCntryCd: country } : {}),
    IDNumberPurposeCode: kind === 'eori' ? PURPOSE_EORI : PURPOSE_CUSTOMS,
    IDNumberRequestingCntryCd: side.party.Address.CountryCode,
    IDNumberTypeCode: typeCode(kind, side),
  }));
  return [{ AgentRole: side.agent, TaxIdentificationNumber }];
}

/**
 * Of a consignee UPS takes only the numbers of companies (1002) and persons (0005). Of an exporter it knows tax numbers
 * (0001), EORI numbers (0002) and persons; what is neither is "unknown" (0000), as its description wants it.
 */
function typeCode(kind: TaxIdValue['kind'], { agent }: Side): string {
  if (kind === 'personal') return '0005';
  if (agent === IMPORTER.agent) return '1002';
  if (kind === 'eori') return '0002';
  return kind === 'ioss' ? '0000' : '0001';
}
