-- Finds what is old.
create index events_age on events using brin (received_at);
