import type { SettingNoun } from '../../core/ports/index.ts';
import { instant, type NounQuery } from './nounQuery.ts';

/** What people decided about stock, and what channels were told. */
export const SETTING_NOUNS: Readonly<Record<SettingNoun, NounQuery>> = {
  incoming: {
    row: `jsonb_build_object('id', i.id, 'sku', p.sku, 'location', l.code, 'quantity', i.quantity, 'received', i.received,
      'open', case when i.is_cancelled then 0 else i.quantity - i.received end, 'dueOn', i.due_on, 'reference', i.reference,
      'unitCostMinor', i.unit_cost_minor, 'version', i.version,
      'status', case when i.received = i.quantity then 'received' when i.is_cancelled then 'cancelled' else 'open' end,
      'createdAt', ${instant('i.created_at')}, 'updatedAt', ${instant('i.updated_at')})`,
    from: 'incoming_supply i join product p on p.id = i.product_id join location l on l.id = i.location_id',
    key: 'i.id',
    keyType: 'uuid',
    filters: {
      sku: 'p.sku',
      location: 'l.code',
      reference: 'i.reference',
      status: `case when i.received = i.quantity then 'received' when i.is_cancelled then 'cancelled' else 'open' end`,
    },
  },
  'selling-policies': {
    row: `jsonb_build_object('id', y.product_id, 'sku', p.sku, 'selling', y.selling, 'limit', y.unit_limit,
      'leadDays', y.lead_days, 'availableOn', y.available_on, 'updatedAt', ${instant('y.updated_at')})`,
    from: 'selling_policy y join product p on p.id = y.product_id',
    key: 'y.product_id',
    keyType: 'uuid',
    filters: { sku: 'p.sku', selling: 'y.selling' },
  },
  'safety-stocks': {
    row: `jsonb_build_object('id', s.product_id || ':' || s.location_id, 'sku', p.sku, 'location', l.code,
      'quantity', s.quantity, 'updatedAt', ${instant('s.updated_at')})`,
    from: 'safety_stock s join product p on p.id = s.product_id join location l on l.id = s.location_id',
    key: `s.product_id || ':' || s.location_id`,
    keyType: 'text',
    filters: { sku: 'p.sku', location: 'l.code' },
  },
  'channel-policies': {
    row: `jsonb_build_object('id', c.id, 'connection', n.name, 'sku', p.sku, 'buffer', c.buffer,
      'oversellProbability', c.oversell_probability, 'cap', c.cap, 'updatedAt', ${instant('c.updated_at')})`,
    from: 'channel_policy c join connection n on n.id = c.connection_id left join product p on p.id = c.product_id',
    key: 'c.id',
    keyType: 'uuid',
    filters: { connection: 'n.name', sku: 'p.sku' },
  },
  publications: {
    row: `jsonb_build_object('id', s.connection_id || '/' || s.reference, 'connection', n.name, 'sku', p.sku,
      'place', left(s.reference, -37), 'quantity', s.quantity, 'sent', s.sent, 'lagSeconds', s.lag_seconds,
      'publishedAt', ${instant('s.published_at')}, 'buffer', (
        select jsonb_build_object('units', u.units, 'salesPerHour', u.sales_per_hour, 'lagSeconds', u.lag_seconds,
          'computedAt', ${instant('u.computed_at')})
        from channel_buffer u where u.connection_id = s.connection_id and u.product_id = s.product_id))`,
    from: 'stock_publication s join connection n on n.id = s.connection_id join product p on p.id = s.product_id',
    key: `s.connection_id || '/' || s.reference`,
    keyType: 'text',
    filters: { connection: 'n.name', sku: 'p.sku' },
  },
  bins: {
    row: `jsonb_build_object('id', b.id, 'location', l.code, 'code', b.code, 'zone', b.zone, 'walk', b.walk,
      'isActive', b.is_active)`,
    from: 'bin b join location l on l.id = b.location_id',
    key: 'b.id',
    keyType: 'uuid',
    filters: { location: 'l.code', code: 'b.code', zone: 'b.zone' },
    detail: `jsonb_build_object('places', (
      select jsonb_agg(jsonb_build_object('sku', p.sku, 'lot', o.code, 'expiresOn', o.expires_on, 'quantity', s.quantity)
        order by p.sku, o.code)
      from stock_place s join product p on p.id = s.product_id left join lot o on o.id = s.lot_id
      where s.bin_id = b.id and s.quantity > 0))`,
  },
  lots: {
    row: `jsonb_build_object('id', o.id, 'sku', p.sku, 'code', o.code, 'isSerial', o.is_serial, 'expiresOn', o.expires_on,
      'createdAt', ${instant('o.created_at')},
      'quantity', (select coalesce(sum(s.quantity), 0) from stock_place s
                   where s.product_id = o.product_id and s.lot_id = o.id))`,
    from: 'lot o join product p on p.id = o.product_id',
    key: 'o.id',
    keyType: 'uuid',
    filters: { sku: 'p.sku', code: 'o.code' },
    detail: `jsonb_build_object(
      'places', (select jsonb_agg(jsonb_build_object('location', l.code, 'bin', b.code, 'quantity', s.quantity) order by l.code, b.code)
        from stock_place s join location l on l.id = s.location_id left join bin b on b.id = s.bin_id
        where s.product_id = o.product_id and s.lot_id = o.id and s.quantity > 0),
      'movements', (select jsonb_agg(jsonb_build_object('kind', e.kind, 'location', l.code, 'onHand', e.on_hand,
          'reference', e.reference, 'at', ${instant('e.at')}) order by e.id)
        from stock_entry e join location l on l.id = e.location_id where e.product_id = o.product_id and e.lot_id = o.id))`,
  },
  bundles: {
    row: `jsonb_build_object('id', p.id, 'sku', p.sku, 'title', p.title, 'components', (
      select jsonb_agg(jsonb_build_object('sku', k.sku, 'quantity', c.quantity) order by k.sku)
      from bundle_component c join product k on k.id = c.component_id where c.bundle_id = p.id))`,
    from: 'product p',
    key: 'p.id',
    keyType: 'uuid',
    where: 'p.is_bundle',
    filters: { sku: 'p.sku' },
  },
  units: {
    row: `jsonb_build_object('id', u.product_id || ':' || u.code, 'sku', p.sku, 'code', u.code, 'numerator', u.numerator,
      'denominator', u.denominator)`,
    from: 'product_unit u join product p on p.id = u.product_id',
    key: `u.product_id || ':' || u.code`,
    keyType: 'text',
    filters: { sku: 'p.sku', code: 'u.code' },
  },
};
