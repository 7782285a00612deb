-- Changes of passwords (A01); a password is never in them.
create table password_changes (
  id           uuid        not null primary key,
  tenant       text        not null,
  station_id   text        not null,
  status       text        not null, -- PasswordChange.Status
  reason       text,
  requested_by text        not null,
  requested_at timestamptz not null,
  deadline     timestamptz not null,
  answered_at  timestamptz,
  ended_at     timestamptz
);
create index password_changes_of_station
  on password_changes (tenant, station_id, requested_at desc, id desc);
create unique index password_changes_open
  on password_changes (tenant, station_id) where ended_at is null;
