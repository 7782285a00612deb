-- The request of a pending command whose column request does not show it all; encrypted, and gone
-- with the outcome.
alter table commands add column sealed_request bytea;

-- Answers are encrypted from now on; those that are not cannot be given again.
delete from handled_calls;
delete from idempotency_keys where completed_at is not null;
