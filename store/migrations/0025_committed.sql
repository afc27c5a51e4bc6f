-- What of a line a location's work has, apart from what is only committed there, and since when it is committed.
alter table allocation
  add column released integer not null default 0,
  add column since timestamptz;

update allocation a
set since = coalesce((
      select min((e.body ->> 'at')::timestamptz) from order_event e, json_array_elements(e.body -> 'placements') part
      where e.order_id = l.order_id and e.type = 'LinesAllocated' and part ->> 'line' = l.id::text
        and part ->> 'location' = a.location_id::text), o.placed_at),
    released = least(a.quantity, coalesce((
      select sum((part ->> 'quantity')::integer - (part ->> 'shipped')::integer)
      from fulfillment_order f, jsonb_array_elements(f.lines) part
      where f.order_id = l.order_id and f.location_id = a.location_id and f.state not in ('shipped', 'cancelled')
        and part ->> 'line' = l.id::text), 0))
from order_line l join orders o on o.id = l.order_id
where l.id = a.order_line_id;
update allocation set since = now() where since is null;
alter table allocation
  alter column since set not null,
  add constraint allocation_released_check check (released between 0 and quantity);

-- A cancellation could take a unit from the wrong location: the work of the locations is what is true.
update order_line l
set allocated = a.committed - a.released, released = a.released
from (select order_line_id, sum(quantity)::integer as committed, sum(released)::integer as released
      from allocation group by 1) a
where a.order_line_id = l.id and l.allocated + l.released = a.committed and l.released <> a.released;

-- Units that somebody has in hand are picked; until now they counted as lying on the shelf.
with hand as (
  select coalesce((unit ->> 'product')::uuid, l.product_id) as product_id, f.location_id,
         sum(((part ->> 'picked')::integer - (part ->> 'shipped')::integer)
             * coalesce((unit ->> 'quantity')::integer, 1))::integer as units
  from fulfillment_order f
  cross join jsonb_array_elements(f.lines) part
  join order_line l on l.id = (part ->> 'line')::uuid
  left join jsonb_array_elements(l.components) unit on true
  where f.state not in ('shipped', 'cancelled') and (part ->> 'picked')::integer > (part ->> 'shipped')::integer
  group by 1, 2
), place as (
  select s.product_id, s.location_id, s.bin_id, s.lot_id, h.units, s.quantity,
         sum(s.quantity) over (partition by s.product_id, s.location_id
           order by coalesce(t.expires_on, 'infinity'), coalesce(t.created_at, 'infinity'), coalesce(b.walk, 2147483647),
                    s.bin_id, s.lot_id) - s.quantity as before
  from hand h join stock_place s using (product_id, location_id)
  left join lot t on t.id = s.lot_id left join bin b on b.id = s.bin_id
), taken as (
  select product_id, location_id, bin_id, lot_id, greatest(0, least(quantity, units - before))::integer as units from place
), entry as (
  insert into stock_entry (product_id, location_id, kind, on_hand, reserved, allocated, reference, picked, damaged,
                           quality, in_transit, bin_id, lot_id)
  select product_id, location_id, 'pick', -units, 0, -units, 'migration/0025', units, 0, 0, 0, bin_id, lot_id
  from taken where units > 0
  union all
  select h.product_id, h.location_id, 'pick', -h.rest, 0, -h.rest, 'migration/0025', h.rest, 0, 0, 0, null, null
  from (select hand.*, units - coalesce((select sum(t.units) from taken t
          where t.product_id = hand.product_id and t.location_id = hand.location_id), 0)::integer as rest from hand) h
  where h.rest > 0
), placed as (
  update stock_place s set quantity = s.quantity - t.units
  from taken t
  where t.units > 0 and s.product_id = t.product_id and s.location_id = t.location_id
    and s.bin_id is not distinct from t.bin_id and s.lot_id is not distinct from t.lot_id
)
update stock_balance b
set on_hand = b.on_hand - h.units, allocated = b.allocated - h.units, picked = b.picked + h.units
from hand h where b.product_id = h.product_id and b.location_id = h.location_id;

-- Who holds what, for an order that uses the reservations of its cart.
create index reservation_holder on reservation (holder) where state = 'held';

-- Until when a marketplace wants the goods to have left; an order that is later raises a notice of a late delivery.
alter table orders add column ship_by timestamptz;
create index orders_ship_by on orders (ship_by) where state = 'open' and ship_by is not null;

-- Lines that still are to come in, or that nothing is committed to.
create index order_line_open on order_line (product_id) where open > 0;
