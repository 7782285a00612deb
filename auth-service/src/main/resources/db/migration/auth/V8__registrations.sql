-- Which registration set the credentials, so that a query that comes late or twice changes nothing.
alter table station_credentials
  add column registration uuid,
  add column asked_at     timestamptz; -- by the clock of who registered the station
