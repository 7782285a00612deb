-- Changes of the security profile of stations (A05), step by step.
create table profile_changes (
  id             uuid        not null primary key,
  tenant         text        not null,
  station_id     text        not null,
  from_profile   integer     not null,
  to_profile     integer     not null,
  status         text        not null, -- ProfileChange.Status
  step           text        not null, -- ProfileChange.Step
  slot           integer,              -- configuration slot of the new profile
  ocpp_interface text        not null,
  priority       text,                 -- NetworkConfigurationPriority before the change
  reason         text,
  requested_by   text        not null,
  requested_at   timestamptz not null,
  step_at        timestamptz not null,
  deadline       timestamptz not null,
  ended_at       timestamptz
);
create index profile_changes_of_station
  on profile_changes (tenant, station_id, requested_at desc, id desc);
create unique index profile_changes_open
  on profile_changes (tenant, station_id) where ended_at is null;
create index profile_changes_overdue on profile_changes (deadline) where ended_at is null;
