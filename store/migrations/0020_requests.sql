-- What people ask of a carrier: a driver, the end of a day, a label taken back. The journal carries it out.
create table carrier_request (
  id uuid primary key,
  connection_id uuid not null references connection,
  operation text not null,
  document jsonb not null,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp()
);

-- Papers of carriers come in more formats than those that people keep.
alter table package_document drop constraint package_document_format_check;
alter table package_document add constraint package_document_format_check
  check (format in ('PDF', 'PNG', 'ZPL', 'EPL', 'GIF', 'JPEG', 'TIFF', 'HTML', 'TEXT'));
