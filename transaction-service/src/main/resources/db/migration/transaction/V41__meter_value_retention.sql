-- Drops the months of meter values that had ended by a day; how many.
create function drop_meter_value_partitions(before_day date) returns integer
language plpgsql as $$
declare
  part text;
  dropped integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('meter_values partitions'));
  perform set_config('lock_timeout', '5s', true); -- rather tomorrow than stations that wait
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'meter_values'::regclass and c.relname ~ '^meter_values_\d{4}_\d{2}$'
      and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before_day
  loop
    execute format('drop table %I', part);
    dropped := dropped + 1;
  end loop;
  delete from meter_values_default where received_at < before_day;
  return dropped;
end $$;
