-- Time lines go by the time at which something was so; by ours where the station's clock was wrong.
alter table availability_history add column ordered_at timestamptz not null
    generated always as (case when clock_suspect then received_at else reported_at end) stored;
create index availability_history_place
    on availability_history (tenant, station_id, evse_id, connector_id, aspect, ordered_at);

-- Times in which an outage does not count against the operator; EVSE 0 is the whole station.
create table excluded_periods (
    id bigint generated always as identity primary key,
    tenant text not null,
    station_id text not null,
    evse_id integer not null,
    cause text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    note text,
    declared_at timestamptz not null,
    declared_by text not null
);
create index excluded_periods_station on excluded_periods (tenant, station_id, starts_at);
