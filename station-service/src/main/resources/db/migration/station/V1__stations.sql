-- Who may connect, what the station said of itself when it booted, and how it was answered.
create table stations (
    tenant text not null,
    station_id text not null,
    security_profile integer not null,
    policy_status text not null,
    policy_interval_seconds integer,
    policy_reason text,
    notes text,
    registered_at timestamptz not null,
    vendor_name text,
    model text,
    serial_number text,
    firmware_version text,
    iccid text,
    imsi text,
    ocpp_version text,
    boot_reason text,
    boot_at timestamptz,
    boot_status text,
    boot_status_since timestamptz,
    primary key (tenant, station_id)
);
create index stations_model on stations (tenant, model, station_id);
create index stations_firmware on stations (tenant, firmware_version, station_id);

-- The newest connection of each station, copied from the topic station.connections.
create table connections (
    tenant text not null,
    station_id text not null,
    online boolean not null,
    connection_id text not null,
    ocpp_version text,
    connected_at timestamptz,
    changed_at timestamptz not null,
    primary key (tenant, station_id)
);
create index connections_online on connections (tenant, station_id) where online;

-- EVSEs (connector 0) and connectors that stations have mentioned.
create table topology (
    tenant text not null,
    station_id text not null,
    evse_id integer not null,
    connector_id integer not null,
    seen_at timestamptz not null,
    primary key (tenant, station_id, evse_id, connector_id)
);

-- The device model. Names are case-insensitive (Part 2, 2.1 identifierString).
create table variables (
    id bigint generated always as identity primary key,
    tenant text not null,
    station_id text not null,
    component text not null,
    component_instance text,
    evse_id integer,
    connector_id integer,
    variable text not null,
    variable_instance text,
    unit text,
    data_type text,
    min_limit numeric,
    max_limit numeric,
    max_elements integer,
    values_list text,
    supports_monitoring boolean,
    reported_at timestamptz not null
);
create unique index variables_name on variables (
    tenant, station_id, lower(component), lower(component_instance), evse_id, connector_id,
    lower(variable), lower(variable_instance)) nulls not distinct;

create table variable_attributes (
    variable_id bigint not null references variables (id) on delete cascade,
    type text not null,
    value text,
    value_at timestamptz,
    mutability text,
    persistent boolean,
    constant boolean,
    -- what the CSMS set last, and how the station answered
    set_value text,
    set_status text,
    set_info text,
    set_at timestamptz,
    primary key (variable_id, type)
);

-- Reports of the device model, asked for or not, and the parts that came.
create sequence report_requests as integer minvalue 1 cycle;
create table reports (
    tenant text not null,
    station_id text not null,
    request_id integer not null,
    report_base text,
    solicited boolean not null,
    requested_at timestamptz not null,
    outcome text,
    outcome_info text,
    discarded_parts integer not null default 0,
    primary key (tenant, station_id, request_id)
);
create index reports_time on reports (tenant, station_id, requested_at);

create table report_parts (
    tenant text not null,
    station_id text not null,
    request_id integer not null,
    seq_no integer not null,
    last_part boolean not null,
    variables integer not null,
    generated_at timestamptz not null,
    received_at timestamptz not null,
    copies integer not null default 1,
    primary key (tenant, station_id, request_id, seq_no),
    foreign key (tenant, station_id, request_id) references reports on delete cascade
);

-- Resets that were asked for, and what became of them.
create table resets (
    id bigint generated always as identity primary key,
    tenant text not null,
    station_id text not null,
    evse_id integer,
    type text not null,
    outcome text not null,
    outcome_info text,
    at timestamptz not null,
    rebooted_at timestamptz
);
create index resets_station on resets (tenant, station_id, id);

-- What a connector, an EVSE (connector 0) or the station (EVSE 0) reports of itself: the newest by
-- the order of ordered_at, which is the reported time wherever that is plausible.
create table availability (
    tenant text not null,
    station_id text not null,
    evse_id integer not null,
    connector_id integer not null,
    aspect text not null,
    state text not null,
    source text not null,
    reported_at timestamptz not null,
    received_at timestamptz not null,
    clock_suspect boolean not null,
    ordered_at timestamptz not null,
    primary key (tenant, station_id, evse_id, connector_id, aspect)
);

create table availability_history (
    tenant text not null,
    station_id text not null,
    received_at timestamptz not null,
    message_id text not null,
    position integer not null,
    evse_id integer not null,
    connector_id integer not null,
    aspect text not null,
    state text not null,
    source text not null,
    reported_at timestamptz not null,
    clock_suspect boolean not null,
    late boolean not null,
    primary key (tenant, station_id, received_at, message_id, position)
);

-- How stations answered ChangeAvailability.
create table availability_changes (
    id bigint generated always as identity primary key,
    tenant text not null,
    station_id text not null,
    evse_id integer not null,
    connector_id integer not null,
    operational_status text not null,
    outcome text not null,
    outcome_info text,
    at timestamptz not null
);
create index availability_changes_target
    on availability_changes (tenant, station_id, evse_id, connector_id, id);
