import {
  type AddressValue,
  type CustomsInput,
  CustomsValue,
  customsTotalMinor,
  type OrderDocument,
  type ParcelValue,
} from '../../core/documents/index.ts';
import type { ShipmentParts } from '../../core/ports/index.ts';
import { crossesCustoms, customsLines, type DeclaredGoods } from '../../core/shipping/index.ts';
import type { Executor } from '../database.ts';

/** What a product weighs that nobody has weighed. */
const DEFAULT_ITEM_GRAMS = 500;

type LineRow = {
  readonly line: string;
  readonly sku: string;
  readonly title: string | null;
  readonly hsCode: string | null;
  readonly originCountry: string | null;
  readonly grams: number | null;
  readonly picked: number;
  readonly open: number;
};
type Row = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly location: string;
  readonly name: string;
  readonly address: AddressValue;
  readonly customs: Partial<CustomsInput> | null;
  readonly to: AddressValue | null;
  readonly currency: string;
  readonly promised_at: string | null;
  readonly order_lines: OrderDocument['lines'] | null;
  readonly lines: readonly LineRow[] | null;
  readonly parcels: readonly ParcelValue[] | null;
  readonly packed: string | null;
};

/** The goods of one fulfillment order as they stand, for whoever is to carry them. */
export type ShipmentFacts = Pick<Row, 'id' | 'number' | 'state' | 'location' | 'currency'> & {
  readonly promisedBy: string | null;
  /** Units that are picked and have not left, and those in packages without a label. */
  readonly loose: number;
  readonly packed: number;
  /** The parts of a request for what is picked, or for all that has not left. */
  parts(which: 'picked' | 'open', reference: string): ShipmentParts;
};

/** The facts of fulfillment orders by id or number, or by an order's; only `open` ones of an order. */
export async function shipmentFacts(
  db: Executor,
  by: { readonly work: string } | { readonly order: string },
): Promise<readonly ShipmentFacts[]> {
  const [name, where, value] =
    'work' in by
      ? ['shipment-facts', 'f.id::text = $1 or f.number = $1', by.work]
      : [
          'shipment-facts-of-order',
          `(o.id::text = $1 or o.number = $1 or o.reference = $1) and f.state not in ('shipped', 'cancelled')`,
          by.order,
        ];
  const { rows } = await db.query<Row>({ name, text: `${TEXT} where ${where} order by f.number`, values: [value] });
  return rows.map(factsOf);
}

function factsOf(row: Row): ShipmentFacts {
  const { id, number, state, location, currency, lines } = row;
  return {
    ...{ id, number, state, location, currency },
    promisedBy: row.promised_at,
    loose: (lines ?? []).reduce((sum, { picked }) => sum + picked, 0),
    packed: Number(row.packed ?? 0),
    parts: (which, reference) => partsOf(row, which, reference),
  };
}

function partsOf(row: Row, which: 'picked' | 'open', reference: string): ShipmentParts {
  const lines = (row.lines ?? []).filter((line) => line[which] > 0);
  const grams = lines.reduce((sum, line) => sum + line[which] * (line.grams ?? DEFAULT_ITEM_GRAMS), 0);
  const from = { name: row.name, ...row.address };
  const to = row.to ?? {};
  return {
    from,
    to,
    parcels: row.parcels ? [...row.parcels] : [{ weightGrams: Math.max(1, grams) }],
    currency: row.currency,
    ...(crossesCustoms(from, to) ? declared(row, lines, which, reference) : {}),
  };
}

/** What customs are told: the goods at the price that the buyer pays, and what the location says of all its parcels. */
function declared(
  { customs, currency, order_lines }: Row,
  lines: readonly LineRow[],
  which: 'picked' | 'open',
  reference: string,
): Pick<ShipmentParts, 'customs' | 'declaredValueMinor'> {
  const sold = new Map((order_lines ?? []).map((line) => [line.externalId, line]));
  const goods = lines.map((line): DeclaredGoods => {
    const of = sold.get(line.line);
    return {
      sku: line.sku,
      title: line.title ?? of?.title ?? line.sku,
      hsCode: line.hsCode,
      originCountry: line.originCountry,
      weightGrams: line.grams,
      quantity: line[which],
      ordered: of?.quantity ?? line[which],
      totalMinor: of?.totalMinor ?? 0,
    };
  });
  const value = CustomsValue.parse({
    incoterm: 'DAP',
    invoiceNumber: reference.slice(0, 35),
    ...customs,
    currency,
    lines: customsLines(goods),
  });
  return { customs: value, declaredValueMinor: customsTotalMinor(value) };
}

const TEXT = `
  select f.id, f.number, f.state, l.code as location, l.address, l.name, s.customs,
         o.document -> 'shippingAddress' as to, o.document -> 'lines' as order_lines, o.currency, o.promised_at,
         w.lines, k.parcels, k.packed
  from fulfillment_order f join location l on l.id = f.location_id join orders o on o.id = f.order_id
  left join location_fulfillment s on s.location_id = l.id
  cross join lateral (
    select jsonb_agg(jsonb_build_object('line', ol.external_id, 'sku', ol.sku, 'title', p.title, 'hsCode', p.hs_code,
             'originCountry', p.origin_country, 'grams', p.weight_grams,
             'picked', (part ->> 'picked')::integer - (part ->> 'shipped')::integer,
             'open', (part ->> 'quantity')::integer - (part ->> 'shipped')::integer) order by ol.position) as lines
    from jsonb_array_elements(f.lines) part
    join order_line ol on ol.id = (part ->> 'line')::uuid
    left join product p on p.id = ol.product_id
    where f.state not in ('shipped', 'cancelled')) w
  cross join lateral (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('weightGrams', greatest(1, g.weight_grams),
             'lengthMm', g.length_mm, 'widthMm', g.width_mm, 'heightMm', g.height_mm)) order by g.position) as parcels,
           sum((select sum((part ->> 'quantity')::integer) from jsonb_array_elements(g.lines) part)) as packed
    from package g where g.fulfillment_order_id = f.id and g.shipment_id is null and g.tracking_number is null) k`;
