-- What is old is found without reading all of it.
create index availability_history_received on availability_history using brin (received_at);
