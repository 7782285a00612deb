-- Of two records about a station the newer one stands: by epoch, connection, revision.
alter table connections
    add column epoch bigint not null default 0,
    add column revision integer not null default 0,
    add column close_reason text,
    add column last_seen_at timestamptz;

-- Every connection that a station had, kept for a time.
create table connection_history (
    tenant text not null,
    station_id text not null,
    connection_id text not null,
    epoch bigint not null,
    revision integer not null,
    gateway integer not null,
    ocpp_version text not null,
    security_profile smallint,
    remote_address text not null,
    connected_at timestamptz not null,
    disconnected_at timestamptz,
    close_reason text,
    last_seen_at timestamptz,
    primary key (tenant, station_id, connection_id)
);
create index connection_history_newest
    on connection_history (tenant, station_id, epoch desc, connection_id desc);
create index connection_history_ended on connection_history (disconnected_at);
