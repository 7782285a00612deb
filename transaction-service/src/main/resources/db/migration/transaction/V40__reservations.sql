-- What stations were asked to keep free (H01), one row per request, and what became of it.
create sequence reservation_ids as integer minvalue 1 cycle;
create table reservations (
  id             bigint      generated always as identity primary key,
  tenant         text        not null,
  station_id     text        not null,
  reservation_id integer     not null,
  state          text        not null, -- Requested, Active, Uncertain: open; everything else is over
  evse_id        integer,
  connector_type text,
  id_token       text        not null,
  id_token_type  text        not null,
  group_id       text,
  group_id_type  text,
  expires_at     timestamptz not null,
  requested_at   timestamptz not null,
  answer         text,                 -- the station's, or Refused, TimedOut, Offline
  answer_info    text,
  cancel_answer  text,                 -- the last one to CancelReservation
  ended_at       timestamptz,
  told           boolean     not null default false, -- its end is the station's word, not our conclusion
  transaction_id text
);
create index reservations_of_station on reservations (tenant, station_id, reservation_id, id);
create index reservations_newest on reservations (tenant, id);
create index reservations_of_token on reservations (tenant, lower(id_token), id);
create index reservations_open on reservations (expires_at)
  where state in ('Requested', 'Active', 'Uncertain');
create index reservations_over on reservations (ended_at) where ended_at is not null;
