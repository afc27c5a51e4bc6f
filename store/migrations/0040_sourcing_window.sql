-- Orders that wait to be sourced together with others, and until when at the latest.
alter table orders add column source_by timestamptz;
create index orders_source_by on orders (source_by) where source_by is not null;
