-- Transactions as stations report them. The row is a fold over transaction_events by seq_no, and can
-- be computed anew from them; only group_id and authorization_status come from what we answered.
create table transactions (
  tenant                text        not null,
  station_id            text        not null,
  transaction_id        text        not null, -- unique per station only (E, 1.2)
  state                 text        not null, -- Ongoing, Ended
  evse_id               integer,
  connector_id          integer,
  id_token              text,
  id_token_type         text,
  group_id              text,
  authorization_status  text,                 -- what the station was told last
  remote_start_id       integer,
  reservation_id        integer,
  charging_state        text,
  stopped_reason        text,
  started_seq_no        integer,
  started_at            timestamptz,          -- the station's clock
  started_received_at   timestamptz,          -- ours
  started_offline       boolean,
  ended_seq_no          integer,
  ended_at              timestamptz,
  ended_received_at     timestamptz,
  ended_offline         boolean,
  seq_nos               text        not null, -- seen, as ranges: 0-4,6
  gaps                  text        not null, -- missing in between, as ranges
  last_event_at         timestamptz not null,
  first_received_at     timestamptz not null,
  last_received_at      timestamptz not null,
  began_at              timestamptz not null, -- started_at when plausible, else first_received_at
  energy_first          numeric,              -- Wh
  energy_first_at       timestamptz,
  energy_last           numeric,
  energy_last_at        timestamptz,
  energy_total          numeric,
  flags                 text[]      not null, -- data quality
  primary key (tenant, station_id, transaction_id)
);
create index transactions_by_time on transactions (tenant, began_at, station_id, transaction_id);
create index transactions_of_station on transactions (tenant, station_id, began_at, transaction_id);
create index transactions_of_token on transactions (tenant, lower(id_token), began_at);
create index transactions_ongoing on transactions (tenant, began_at) where state = 'Ongoing';

-- Every event as it came. A seq_no occurs once, unless the station used it for different events.
create table transaction_events (
  tenant         text        not null,
  station_id     text        not null,
  transaction_id text        not null,
  seq_no         integer     not null,
  content_hash   text        not null, -- of everything but the offline flag
  conflicting    boolean     not null, -- another event had this seq_no before
  event_type     text        not null,
  trigger_reason text        not null,
  occurred_at    timestamptz not null, -- the station's clock
  received_at    timestamptz not null, -- ours
  offline        boolean     not null,
  message_id     text        not null,
  version        text        not null, -- the sub-protocol that payload and answer are written in
  payload        json        not null, -- json, not jsonb: kept as written
  answer         json        not null, -- what a repetition gets too
  primary key (tenant, station_id, transaction_id, seq_no, content_hash)
);

-- Single values, by the time we got them: the station's clock may show anything.
create table meter_values (
  tenant         text        not null,
  station_id     text        not null,
  received_at    timestamptz not null,
  message_id     text        not null,
  ordinal        integer     not null, -- place in the message
  evse_id        integer,
  transaction_id text,
  seq_no         integer,
  sampled_at     timestamptz not null, -- the station's clock
  measurand      text        not null,
  context        text        not null,
  phase          text,
  location       text        not null,
  value          numeric     not null, -- as sent; times ten to the power of multiplier
  unit           text        not null,
  multiplier     integer     not null,
  signed         json
) partition by range (received_at);
create table meter_values_default partition of meter_values default;
create index meter_values_of_transaction
  on meter_values (tenant, station_id, transaction_id, sampled_at, message_id, ordinal);
create index meter_values_of_station
  on meter_values (tenant, station_id, received_at, message_id, ordinal);

-- Makes the partitions from the month of a day on, for a number of months.
create function ensure_meter_value_partitions(from_day date, months integer) returns void
language plpgsql as $$
declare
  month date;
begin
  perform pg_advisory_xact_lock(hashtext('meter_values partitions'));
  for i in 0 .. months - 1 loop
    month := (date_trunc('month', from_day) + make_interval(months => i))::date;
    execute format(
      'create table if not exists %I partition of meter_values for values from (%L) to (%L)',
      'meter_values_' || to_char(month, 'YYYY_MM'),
      month::text || ' 00:00:00+00',
      (month + interval '1 month')::date::text || ' 00:00:00+00');
  end loop;
end $$;
select ensure_meter_value_partitions(current_date, 6);
