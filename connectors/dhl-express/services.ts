import type { LabelRequest } from '../../core/documents/index.ts';
import { type Fault, permanent } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type ShipmentOption, takesOptions } from '../kit/shipmentOptions.ts';
import { amountOf } from './money.ts';
import type { Service } from './wire.ts';

const POSSIBLE: readonly ShipmentOption[] = [
  'insuredValueMinor',
  'signature',
  'saturdayDelivery',
  'shipOn',
  'customs',
  'collectAt',
];
type Asked = Pick<LabelRequest, 'insuredValueMinor' | 'currency' | 'signature' | 'saturdayDelivery' | 'customs'>;

/** The value added services that a shipment asks for, by their global codes; a fault for what DHL Express cannot do. */
export function servicesOf(request: Asked): Result<readonly Service[], Fault> {
  const options = takesOptions(request, POSSIBLE);
  if (!options.ok) return options;
  const { insuredValueMinor, currency, signature, saturdayDelivery, customs } = request;
  if (signature === 'adult')
    return err(
      permanent('option-unsupported', 'DHL Express names no service for the signature of an adult', '/signature'),
    );
  if (insuredValueMinor !== undefined && currency === undefined)
    return err(permanent('currency-missing', 'the insured value has no currency', '/currency'));
  return ok([
    ...(insuredValueMinor !== undefined && currency !== undefined
      ? [{ serviceCode: 'II' as const, value: amountOf(insuredValueMinor, currency), currency }]
      : []),
    ...(signature === 'required' ? [{ serviceCode: 'SF' as const }] : []),
    ...(saturdayDelivery ? [{ serviceCode: 'AA' as const }] : []),
    ...(customs?.incoterm === 'DDP' ? [{ serviceCode: 'DD' as const }] : []),
    // Paperless trade: own papers go with the data.
    ...(customs && customs.papers.length > 0 ? [{ serviceCode: 'WY' as const }] : []),
  ]);
}
