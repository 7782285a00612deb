-- Makes the partitions from the month of a day on, for a number of months. Values that came before
-- their month was made lie in the default partition and move along. A table is made first and
-- attached then: that locks out nobody who writes to another month.
create or replace function ensure_meter_value_partitions(from_day date, months integer) returns void
language plpgsql as $$
declare
  month date;
  part text;
  begins timestamptz;
  ends timestamptz;
begin
  perform pg_advisory_xact_lock(hashtext('meter_values partitions'));
  perform set_config('lock_timeout', '5s', true); -- rather later than stations that wait
  for i in 0 .. months - 1 loop
    month := (date_trunc('month', from_day) + make_interval(months => i))::date;
    part := 'meter_values_' || to_char(month, 'YYYY_MM');
    begins := (month::text || ' 00:00:00+00')::timestamptz;
    ends := ((month + interval '1 month')::date::text || ' 00:00:00+00')::timestamptz;
    continue when to_regclass(part) is not null;
    execute format('create table %I (like meter_values including all)', part);
    execute format(
      'with moved as (delete from meter_values_default
         where received_at >= %L and received_at < %L returning *)
       insert into %I select * from moved', begins, ends, part);
    execute format(
      'alter table meter_values attach partition %I for values from (%L) to (%L)',
      part, begins, ends);
  end loop;
end $$;

-- Everything of a day, without an order: costs next to nothing to keep.
create index meter_values_by_time on meter_values using brin (received_at) with (pages_per_range = 16);
