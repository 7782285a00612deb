-- Until when a station may come with a certificate that has expired (A00.FR.429).
alter table station_credentials add column expired_accepted_until timestamptz;
-- What the CSMS itself saw stands beside what stations report (A00.FR.408).
alter table security_events add column source text not null default 'Station';
