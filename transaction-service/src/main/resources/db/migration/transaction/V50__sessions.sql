-- What a transaction comes to when it is over. Computed from transactions and transaction_events, and
-- anew when something that came late changes it.
create table sessions (
  tenant           text        not null,
  station_id       text        not null,
  transaction_id   text        not null,
  revision         bigint      not null,
  state            text        not null, -- Ended, Abandoned
  started_at       timestamptz,          -- the station's clock
  ended_at         timestamptz,
  evse_id          integer,
  connector_id     integer,
  id_token         text,
  id_token_type    text,
  group_id         text,
  stop_id_token    text,
  remote_start_id  integer,
  reservation_id   integer,
  stopped_reason   text,
  energy_wh        numeric,
  duration_seconds bigint,
  charging_seconds bigint,
  idle_seconds     bigint,
  complete         boolean     not null,
  flags            text[]      not null,
  changed_at       timestamptz not null, -- ours
  primary key (tenant, station_id, transaction_id)
);
create index sessions_by_change on sessions (tenant, changed_at, station_id, transaction_id);
create index sessions_of_station on sessions (tenant, station_id, changed_at, transaction_id);
create index sessions_of_token on sessions (tenant, lower(id_token), changed_at);
