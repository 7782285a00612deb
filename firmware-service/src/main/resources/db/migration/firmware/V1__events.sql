-- What stations report by NotifyEvent, each event once.
create table events (
    id bigint generated always as identity primary key,
    tenant text not null,
    station_id text not null,
    event_id integer not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    generated_at timestamptz not null,
    clock_suspect boolean not null,
    seq_no integer not null,
    to_be_continued boolean not null,
    message_id text not null,
    trigger text not null,
    notification_type text not null,
    monitoring_id integer,
    component text not null,
    component_instance text,
    evse_id integer,
    connector_id integer,
    variable text not null,
    variable_instance text,
    actual_value text not null,
    cause integer,
    severity integer,
    transaction_id text,
    cleared boolean,
    tech_code text,
    tech_info text
);
-- A station that got no answer sends the same event again, perhaps under another message id.
create unique index events_once on events (
    tenant, station_id, event_id, occurred_at, lower(component), lower(component_instance),
    evse_id, connector_id, lower(variable), lower(variable_instance), monitoring_id,
    md5(actual_value)) nulls not distinct;
create index events_station on events (tenant, station_id, id);
create index events_component on events (tenant, station_id, lower(component), id);
create index events_transaction on events (tenant, transaction_id) where transaction_id is not null;
