-- A job belongs to the process that works on it as long as it says that it does; what it was given and what it made are
-- kept beside its row, so that lists stay small.
alter table job_run
  add column runner uuid,
  add column leased_until timestamptz,
  add column attempts smallint not null default 0;
create index job_run_open on job_run (created_at, id) where state in ('queued', 'running');

create table job_file (
  job_id uuid not null references job_run,
  name text not null,
  body bytea not null,
  primary key (job_id, name)
);

create table job_result (
  job_id uuid primary key references job_run,
  body text not null
);
