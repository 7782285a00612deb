-- What one message measured is one row, however many values it has; meter_values shows them one by
-- one. An event of a transaction costs one entry of an index, for it is asked for by transaction
-- only; what was measured outside of transactions is asked for by station and time.
create table measurements (
  tenant         text        not null,
  station_id     text        not null,
  received_at    timestamptz not null,
  message_id     text        not null,
  evse_id        integer,
  transaction_id text,
  seq_no         integer,
  samples        json        not null
) partition by range (received_at);
create table measurements_default partition of measurements default;
create index measurements_of_transaction
  on measurements (tenant, station_id, transaction_id) where transaction_id is not null;
create index measurements_of_station
  on measurements (tenant, station_id, received_at) where transaction_id is null;
create index measurements_by_time
  on measurements using brin (received_at) with (pages_per_range = 16);

-- Makes the partitions from the month of a day on, for a number of months. What came before its
-- month was made lies in the default partition and moves along. A table is made first and attached
-- then: that locks out nobody who writes to another month.
create function ensure_measurement_partitions(from_day date, months integer) returns void
language plpgsql as $$
declare
  month date;
  part text;
  begins timestamptz;
  ends timestamptz;
begin
  perform pg_advisory_xact_lock(hashtext('measurements partitions'));
  perform set_config('lock_timeout', '5s', true); -- rather later than stations that wait
  for i in 0 .. months - 1 loop
    month := (date_trunc('month', from_day) + make_interval(months => i))::date;
    part := 'measurements_' || to_char(month, 'YYYY_MM');
    begins := (month::text || ' 00:00:00+00')::timestamptz;
    ends := ((month + interval '1 month')::date::text || ' 00:00:00+00')::timestamptz;
    continue when to_regclass(part) is not null;
    execute format('create table %I (like measurements including all)', part);
    execute format(
      'with moved as (delete from measurements_default
         where received_at >= %L and received_at < %L returning *)
       insert into %I select * from moved', begins, ends, part);
    execute format(
      'alter table measurements attach partition %I for values from (%L) to (%L)',
      part, begins, ends);
  end loop;
end $$;

-- Drops the months that had ended by a day; how many.
create function drop_measurement_partitions(before_day date) returns integer
language plpgsql as $$
declare
  part text;
  dropped integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('measurements partitions'));
  perform set_config('lock_timeout', '5s', true); -- rather tomorrow than stations that wait
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'measurements'::regclass and c.relname ~ '^measurements_\d{4}_\d{2}$'
      and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before_day
  loop
    execute format('drop table %I', part);
    dropped := dropped + 1;
  end loop;
  delete from measurements_default where received_at < before_day;
  return dropped;
end $$;

do $$
declare
  month date;
begin
  for month in
    select to_date(right(c.relname, 7), 'YYYY_MM')
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'meter_values'::regclass and c.relname ~ '^meter_values_\d{4}_\d{2}$'
  loop
    perform ensure_measurement_partitions(month, 1);
  end loop;
end $$;

insert into measurements
select tenant, station_id, received_at, message_id, evse_id, transaction_id, seq_no,
  json_agg(json_strip_nulls(json_build_object('ordinal', ordinal, 'sampled_at', sampled_at,
    'measurand', measurand, 'context', context, 'phase', phase, 'location', location,
    'value', value, 'unit', unit, 'multiplier', multiplier, 'signed', signed::text))
    order by ordinal)
from meter_values
group by tenant, station_id, received_at, message_id, evse_id, transaction_id, seq_no;

drop table meter_values;
drop function ensure_meter_value_partitions;
drop function drop_meter_value_partitions;

-- Single values, with what is absent in the message filled in as the specification defines it.
create view meter_values as
select m.tenant, m.station_id, m.received_at, m.message_id, sample.ordinal, m.evse_id,
  m.transaction_id, m.seq_no, sample.sampled_at, sample.measurand, sample.context, sample.phase,
  sample.location, sample.value, sample.unit, sample.multiplier,
  cast(sample.signed as json) as signed
from measurements m cross join lateral json_to_recordset(m.samples) as sample (
  ordinal integer,        -- place in the message
  sampled_at timestamptz, -- the station's clock
  measurand text, context text, phase text, location text,
  value numeric,          -- as sent; times ten to the power of multiplier
  unit text, multiplier integer, signed text);
