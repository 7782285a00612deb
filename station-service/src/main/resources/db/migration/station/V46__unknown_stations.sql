-- Who asked to be let in and is not registered, for tenants that want to know.
create table unknown_station_switches (
    tenant text not null primary key,
    by text not null,
    at timestamptz not null
);
create table unknown_stations (
    tenant text not null,
    station_id text not null,
    address text not null,
    security_profile integer not null,
    attempts integer not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    primary key (tenant, station_id)
);
create index unknown_stations_seen on unknown_stations (tenant, last_seen_at);
