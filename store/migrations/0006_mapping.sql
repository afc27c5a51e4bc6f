-- What a connection's documents become on their way in and out, as rules. The highest version is the one in force;
-- earlier ones are kept, so that it can be said by which a document was changed.
create table mapping (
  connection_id uuid not null,
  version integer not null,
  body jsonb not null,
  published_at timestamptz not null default now(),
  published_by text not null,
  primary key (connection_id, version)
);
