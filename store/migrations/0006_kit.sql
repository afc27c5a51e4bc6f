-- What users gave by agreeing in a browser, and their attempts under way. A grant's row is also the lock under which it is
-- refreshed: a server that rotates refresh tokens takes two refreshes at once for theft.

create table oauth_grant (
  connection_id uuid primary key,
  sealed bytea not null,
  key_version integer not null,
  expires_at timestamptz not null,
  refreshed_at timestamptz not null default now()
);

create table oauth_attempt (
  state_hash bytea primary key,
  connection_id uuid not null,
  sealed bytea not null,
  key_version integer not null,
  expires_at timestamptz not null
);
