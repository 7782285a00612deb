-- Messages that stations hold for their displays (block O). Of a message the columns are what it
-- is searched by, in the words of OCPP; the rest is in the document.
create table display_messages (
    tenant text not null,
    station_id text not null,
    message_id integer not null,
    priority text not null,
    state text,
    transaction_id text,
    display text not null,
    ends_at timestamptz,
    message text not null,
    certain boolean not null,
    reported_in integer,
    changed_at timestamptz not null,
    primary key (tenant, station_id, message_id)
);

-- What stations were asked of their messages, and how much came.
create sequence display_requests as integer minvalue 1 cycle;
create table display_reports (
    tenant text not null,
    station_id text not null,
    request_id integer not null,
    ids integer[],
    priority text,
    state text,
    solicited boolean not null,
    requested_at timestamptz not null,
    outcome text,
    outcome_info text,
    parts integer not null default 0,
    messages integer not null default 0,
    discarded_parts integer not null default 0,
    ended boolean not null default false,
    last_part_at timestamptz,
    primary key (tenant, station_id, request_id)
);
create index display_reports_time
    on display_reports (tenant, station_id, requested_at desc, request_id desc);

-- Texts for displays with places for values.
create table display_templates (
    tenant text not null,
    name text not null,
    message text not null,
    changed_at timestamptz not null,
    primary key (tenant, name)
);
