-- What stations were asked to do (F01 to F06), how they answered, and what happened.
create sequence remote_start_ids as integer minvalue 1 cycle;
create table remote_requests (
  id                      bigint      generated always as identity primary key,
  tenant                  text        not null,
  station_id              text        not null,
  action                  text        not null,
  remote_start_id         integer,
  transaction_id          text,       -- the one to stop
  evse_id                 integer,
  connector_id            integer,
  message                 text,       -- the one to trigger
  custom_trigger          text,
  requested_at            timestamptz not null,
  status                  text,
  status_info             text,
  answered_transaction_id text,       -- the one that the station had already
  answered_at             timestamptz,
  effect_transaction_id   text,
  effect_at               timestamptz
);
create index remote_requests_of_station on remote_requests (tenant, station_id, id);
create unique index remote_requests_start on remote_requests (tenant, station_id, remote_start_id)
  where remote_start_id is not null;
create index remote_requests_open on remote_requests (requested_at) where effect_at is null;

create index transactions_remote_start on transactions (tenant, station_id, remote_start_id)
  where remote_start_id is not null;
