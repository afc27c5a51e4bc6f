-- One notion of bin. Where a location keeps a product is one of its bins: units whose place nobody has booked lie there.
insert into bin (id, location_id, code, zone)
select gen_random_uuid(), location_id, code, max(zone)
from (select location_id, bin as code, zone from pick_place
      union all
      select l.location_id, p.bin, p.zone from pick p join pick_list l on l.id = p.pick_list_id where p.bin is not null) named
group by location_id, code
on conflict (location_id, code) do update set zone = coalesce(bin.zone, excluded.zone);

create table home_bin (
  product_id uuid not null,
  location_id uuid not null,
  bin_id uuid not null references bin,
  updated_at timestamptz not null default now(),
  primary key (product_id, location_id)
);
insert into home_bin (product_id, location_id, bin_id, updated_at)
select k.product_id, k.location_id, b.id, k.updated_at
from pick_place k join bin b on b.location_id = k.location_id and b.code = k.bin;
drop table pick_place;

-- A stop of a pick list is a bin, and takes a lot where that is known. Units that lie there by the books have a place.
alter table pick add column bin_id uuid references bin, add column lot_id uuid references lot, add column is_placed boolean not null default false;
update pick p set bin_id = b.id
from pick_list l, bin b where l.id = p.pick_list_id and b.location_id = l.location_id and b.code = p.bin;
alter table pick drop column bin, drop column zone;

-- Orders by the key of their source.
create index orders_external_id on orders (external_id);
