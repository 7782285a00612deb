-- Finds transactions whose end may never come; state may also be Abandoned from now on.
create index transactions_unfinished on transactions (tenant, station_id, evse_id)
  where state = 'Ongoing';
create index transactions_silent on transactions (last_received_at) where state = 'Ongoing';
