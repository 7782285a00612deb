-- What happened, for those who listen. Ids are given before the commit, so a transaction that began
-- earlier may end later: readers stay behind the oldest transaction that is open, in the order of
-- transactions, and miss nothing. Repeatable, as the schema of station-service has it since its V22.
create table if not exists stream_events (
    xid bigint not null default (pg_current_xact_id()::text::bigint),
    id bigint generated always as identity,
    tenant text not null,
    station_id text not null,
    type text not null,
    at timestamptz not null,
    details json not null,
    stored_at timestamptz not null,
    primary key (tenant, xid, id)
);
create index if not exists stream_events_age on stream_events using brin (stored_at);

-- Up to where events are forgotten.
create table if not exists stream_forgotten (xid bigint not null, id bigint not null);
insert into stream_forgotten (xid, id) select 0, 0
  where not exists (select from stream_forgotten);
