-- What is old is found without reading all of it.
create index commands_created on commands using brin (created_at);
-- What differs is due as well: it is set in a transaction of its own.
drop index desired_states_due;
create index desired_states_due on desired_states (due_at) where step in ('DUE', 'DIFFERS');
