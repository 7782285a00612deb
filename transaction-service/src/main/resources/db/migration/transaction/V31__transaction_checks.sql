-- What stations said when they were asked about a transaction (E14).
create table transaction_checks (
  tenant            text        not null,
  station_id        text        not null,
  transaction_id    text        not null,
  asked_at          timestamptz not null,
  ongoing           boolean,
  messages_in_queue boolean,
  answered_at       timestamptz,
  next_at           timestamptz, -- null when there is nothing more to ask
  primary key (tenant, station_id, transaction_id)
);
create index transaction_checks_next on transaction_checks (next_at);
create index transactions_with_gaps on transactions (last_received_at)
  where state = 'Ended' and gaps <> '';
