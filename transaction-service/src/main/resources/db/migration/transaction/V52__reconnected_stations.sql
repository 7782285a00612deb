-- Stations that came back in the middle of a transaction, until they are asked about it or are gone
-- again (E14).
create table reconnected_stations (
  tenant        text        not null,
  station_id    text        not null,
  connection_id text        not null,
  epoch         bigint      not null, -- orders the connections of a station
  connected_at  timestamptz not null,
  primary key (tenant, station_id)
);
create index reconnected_stations_by_time on reconnected_stations (connected_at);
