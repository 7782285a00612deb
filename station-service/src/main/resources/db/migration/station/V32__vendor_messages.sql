-- Which DataTransfers were exchanged with each station; an empty message id is none.
create table vendor_messages (
    tenant text not null,
    station_id text not null,
    direction text not null,
    vendor_id text not null,
    message_id text not null,
    count bigint not null,
    last_status text not null,
    last_at timestamptz not null,
    primary key (tenant, station_id, direction, vendor_id, message_id)
);
