-- No index holds what every event changes, so that updates can stay on their page (HOT).
drop index transactions_silent;
drop index transactions_with_gaps;
create index transactions_since on transactions (first_received_at) where state = 'Ongoing';
create index transactions_with_gaps on transactions (ended_received_at)
  where state = 'Ended' and gaps <> '';
alter table transactions set (fillfactor = 70);
