-- Where stations stand.
create table locations (
    tenant text not null,
    location_id text not null,
    name text not null,
    address text,
    city text,
    postal_code text,
    country text,
    latitude numeric,
    longitude numeric,
    time_zone text,
    primary key (tenant, location_id)
);
alter table stations add column location_id text;
alter table stations add foreign key (tenant, location_id) references locations
    on delete set null (location_id);
create index stations_location on stations (tenant, location_id, station_id);
create index stations_vendor on stations (tenant, vendor_name, model, station_id);

-- Stations that are managed together; a station may be in many groups.
create table groups (
    tenant text not null,
    group_id text not null,
    name text,
    primary key (tenant, group_id)
);
create table group_members (
    tenant text not null,
    group_id text not null,
    station_id text not null,
    primary key (tenant, group_id, station_id),
    foreign key (tenant, group_id) references groups on delete cascade,
    foreign key (tenant, station_id) references stations on delete cascade
);
create index group_members_station on group_members (tenant, station_id);
