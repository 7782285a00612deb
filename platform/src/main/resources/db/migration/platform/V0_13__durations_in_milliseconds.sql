-- Intervals cannot be read in binary form; these are durations anyway, in milliseconds.
alter table campaigns
  alter column deadline type bigint using (extract(epoch from deadline) * 1000)::bigint,
  alter column next_wave_after type bigint using (extract(epoch from next_wave_after) * 1000)::bigint;
