-- Finds what is old.
create index remote_requests_age on remote_requests using brin (requested_at);
create index transaction_checks_age on transaction_checks using brin (asked_at);
