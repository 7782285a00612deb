-- Finds what is old.
create index station_certificates_over on station_certificates (changed_at)
  where status not in ('REQUESTED', 'ISSUED', 'INSTALLED');
create index security_events_age on security_events using brin (received_at);
