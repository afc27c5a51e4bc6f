import { err, ok, type Result } from '../shared/result.ts';
import type { WorkRefusal } from './openWork.ts';
import type { Environment } from './operateStock.ts';

export type PlaceCommand = {
  readonly sku: string;
  readonly location: string;
  readonly bin: string | null;
  readonly zone: string | null;
};

/** Says in which bin a location keeps a product: pickers look there for units whose place nobody has booked. */
export function placeProduct(
  { sku, location, bin, zone }: PlaceCommand,
  { unitOfWork, ids }: Environment,
): Promise<Result<void, WorkRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const product = (await tx.productsBySku([sku])).get(sku)?.id;
    if (!product) return err({ code: 'unknown-sku', message: `there is no product ${sku}` });
    const place = (await tx.locations()).find(({ code }) => code === location)?.id;
    if (!place) return err({ code: 'unknown-location', message: `there is no location ${location}` });
    await tx.keepProduct(product, place, bin === null ? null : { id: ids.next(), code: bin, zone });
    return ok(undefined);
  });
}
