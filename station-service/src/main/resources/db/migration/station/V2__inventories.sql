-- For which hardware and firmware the whole device model was asked for (B07.FR.14).
alter table reports add column hardware text;
create index reports_hardware on reports (tenant, station_id, requested_at) where hardware is not null;
