-- The network profiles that stations were given, without secrets: the accepted one of a slot, and
-- the last one that was not.
create table network_profiles (
    tenant text not null,
    station_id text not null,
    slot integer not null,
    accepted boolean not null,
    url text not null,
    security_profile integer not null,
    ocpp_interface text not null,
    message_timeout integer not null,
    identity text,
    apn boolean not null,
    vpn boolean not null,
    outcome text not null,
    outcome_info text,
    at timestamptz not null,
    primary key (tenant, station_id, slot, accepted)
);
