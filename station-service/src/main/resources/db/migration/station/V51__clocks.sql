-- How far the clock of each station is ahead of ours (behind: below zero), as its messages show.
create table clocks (
    tenant text not null,
    station_id text not null,
    ahead_millis bigint not null,
    measured_at timestamptz not null,
    beyond boolean not null,
    since timestamptz not null,
    primary key (tenant, station_id)
);
create index clocks_beyond on clocks (tenant, station_id) where beyond;
