-- Claims that ended without a station: what auth-service has stored for them is taken back.
create index registrations_without_station on registrations (ends_at) where ends_at < 'infinity';
