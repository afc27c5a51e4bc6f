import type { ShipRequest } from './wire.ts';

export type Refusal = { readonly status: 400 | 422; readonly title: string; readonly detail: string };
type Rule = Refusal & { readonly isBroken: (request: ShipRequest, account: string, nowMs: number) => boolean };

const bad = (detail: string): Refusal => ({ status: 400, title: 'Bad request', detail });
const malformed = (detail: string): Refusal => ({ status: 422, title: 'Validation error', detail });

/**
 * What DHL Express refuses a shipment for, as far as the hub could get it wrong. Codes are those of its description; texts
 * without one are the schema's, which have none.
 */
const RULES: readonly Rule[] = [
  {
    ...malformed('#/customerReferences/0/value: expected maxLength: 35'),
    isBroken: ({ customerReferences }) => customerReferences.some(({ value }) => value.length < 1 || value.length > 35),
  },
  {
    ...malformed('#/customerDetails: required key [phone] not found'),
    isBroken: ({ customerDetails }) =>
      Object.values(customerDetails).some(({ contactInformation }) => !contactInformation.phone),
  },
  {
    ...bad('8003: Account not allowed for this service. Please contact your DHL Express representative.'),
    isBroken: ({ accounts }, account) => accounts[0]?.number !== account,
  },
  {
    ...bad("998: ShipTimeStamp is not well formatted.(Expected Sample Format : '2010-02-11T17:10:09 GMT+01:00')"),
    isBroken: ({ plannedShippingDateAndTime }) => timeOf(plannedShippingDateAndTime) === undefined,
  },
  {
    ...bad('The planned shipping date is in the past'),
    isBroken: ({ plannedShippingDateAndTime }, _account, nowMs) => (timeOf(plannedShippingDateAndTime) ?? 0) < nowMs,
  },
];

function timeOf(text: string): number | undefined {
  const [, wall, offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d) GMT([+-]\d\d:\d\d)$/.exec(text) ?? [];
  return wall ? Date.parse(`${wall}${offset}`) : undefined;
}

/** Why DHL Express would refuse a shipment; undefined when it would not. */
export function refusalOf(request: ShipRequest, account: string, nowMs: number): Refusal | undefined {
  return RULES.find(({ isBroken }) => isBroken(request, account, nowMs));
}
