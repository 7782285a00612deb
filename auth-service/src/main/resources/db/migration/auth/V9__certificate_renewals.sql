-- When a station was last asked for a new signing request, and why that came to nothing (A02).
alter table station_certificates
  add column renewal_asked_at timestamptz,
  add column renewal_failure  text;
