-- Frames that passed the gateways, for some days: a partition each.
create table journal (
  tenant text not null,
  station_id text not null,
  at timestamptz not null,
  id text not null,
  direction text not null,
  connection_id text not null,
  message_type text not null,
  message_id text,
  action text,
  frame text not null,
  deviations text[] not null,
  primary key (tenant, station_id, at, id)
) partition by range (at);
create table journal_default partition of journal default;

-- Makes the partitions of today and the next two days, and drops those older than so many days.
create function turn_journal_over(days integer) returns void
language plpgsql as $$
declare
  today date := (now() at time zone 'UTC')::date;
  day date;
  old record;
begin
  perform pg_advisory_xact_lock(hashtext('journal partitions'));
  for day in select today + n from generate_series(0, 2) n loop
    execute format(
      'create table if not exists %I partition of journal for values from (%L) to (%L)',
      'journal_' || to_char(day, 'YYYYMMDD'), day || ' 00:00:00+00', day + 1 || ' 00:00:00+00');
  end loop;
  for old in
    select c.oid::regclass as name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'journal'::regclass
      and c.relname ~ '^journal_[0-9]{8}$'
      and to_date(right(c.relname, 8), 'YYYYMMDD') < today - days
  loop
    execute format('drop table %s', old.name);
  end loop;
  delete from journal_default where at < today - days;
end;
$$;

select turn_journal_over(7);
