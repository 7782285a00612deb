-- Supervised migrations of stations to another network profile (B10), step by step.
create table migrations (
    id uuid not null primary key,
    tenant text not null,
    station_id text not null,
    slot integer not null,
    close_first boolean not null,
    settle_seconds integer not null,
    status text not null,       -- Migration.Status
    step text not null,         -- Migration.Step
    command_id uuid,            -- the command of the step; null where nothing is awaited of one
    priority text,              -- NetworkConfigurationPriority before
    reason text,
    requested_by text not null,
    requested_at timestamptz not null,
    step_at timestamptz not null,
    deadline timestamptz not null,
    ended_at timestamptz
);
create index migrations_of_station on migrations (tenant, station_id, requested_at desc, id desc);
create unique index migrations_open on migrations (tenant, station_id) where ended_at is null;
