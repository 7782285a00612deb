-- Who is registering a station; a claim without end belongs to a station that is registered.
create table registrations (
  tenant text not null,
  station_id text not null,
  claim uuid not null,
  ends_at timestamptz not null,
  primary key (tenant, station_id)
);
