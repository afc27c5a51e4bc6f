import { BILLING_NUMBERS } from './simulatorWorld.ts';
import type { Shipment } from './wire.ts';

type Rule = { readonly property: string; readonly message: string; readonly isBroken: (shipment: Shipment) => boolean };

/** What DHL refuses a shipment for, as far as the hub could get it wrong. Its texts are not published. */
const RULES: readonly Rule[] = [
  {
    property: 'billingNumber',
    message: 'The billing number is not known',
    isBroken: ({ billingNumber }) => !BILLING_NUMBERS.includes(billingNumber),
  },
  {
    property: 'refNo',
    message: 'refNo must have 8 to 35 characters',
    isBroken: ({ refNo }) => refNo.length < 8 || refNo.length > 35,
  },
  {
    property: 'details.weight',
    message: 'The weight is too high',
    isBroken: ({ details }) => details.weight.value > 31_500,
  },
  {
    property: 'consignee.phone',
    message: 'No phone number may be given inside Germany',
    isBroken: ({ consignee }) => consignee.country === 'DEU' && 'phone' in consignee,
  },
  {
    property: 'consignee.addressStreet',
    message: 'The street is not known',
    isBroken: ({ consignee }) => 'addressStreet' in consignee && /^unknown street/i.test(consignee.addressStreet),
  },
];

/** Why DHL would refuse a shipment; undefined when it would not. */
export const refusalOf = (shipment: Shipment): Rule | undefined => RULES.find(({ isBroken }) => isBroken(shipment));
