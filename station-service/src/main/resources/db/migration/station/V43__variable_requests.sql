-- Many variables read or set at once, in as many messages as the station needs.
create table variable_requests (
    id uuid not null primary key,
    tenant text not null,
    station_id text not null,
    kind text not null,         -- Get or Set
    requested_by text not null,
    requested_at timestamptz not null,
    ended_at timestamptz
);
create index variable_requests_of_station
    on variable_requests (tenant, station_id, requested_at desc, id desc);

create table variable_request_items (
    request_id uuid not null references variable_requests (id) on delete cascade,
    position integer not null,
    command_id uuid,            -- the message that it is in
    component text not null,
    component_instance text,
    evse_id integer,
    connector_id integer,
    variable text not null,
    variable_instance text,
    type text not null,
    status text,                -- null as long as there is no outcome
    info text,
    value text,                 -- what was read; what was set is not kept here
    primary key (request_id, position)
);
create index variable_request_items_command on variable_request_items (command_id)
    where status is null;
