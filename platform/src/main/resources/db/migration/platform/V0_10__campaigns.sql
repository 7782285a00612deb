-- One request to many stations, in waves.
create table campaigns (
  id               uuid        primary key,
  tenant           text        not null,
  name             text,
  action           text        not null,
  request          json        not null, -- without its secrets
  sealed_request   bytea,                -- the whole of it, while the campaign goes on
  selector         jsonb       not null,
  waves            integer[]   not null, -- sizes; the last one repeats
  max_failure_rate numeric,
  deadline         interval    not null, -- of each command
  wait_when_offline boolean    not null,
  next_wave_after  interval,
  created_by       text        not null,
  created_at       timestamptz not null,
  stations         integer     not null,
  state            text        not null,
  reason           text,
  wave             integer     not null, -- the newest that has begun
  wave_began_at    timestamptz not null,
  forgiven         integer     not null default 0, -- failures before the last time it was resumed
  ended_at         timestamptz
);
create index campaigns_newest on campaigns (tenant, created_at desc, id desc);
create index campaigns_running on campaigns (created_at) where state = 'Running';

-- What becomes of each of its stations.
create table campaign_stations (
  campaign   uuid        not null references campaigns on delete cascade,
  station_id text        not null,
  wave       integer     not null,
  state      text        not null,
  info       text,
  command    uuid,
  sent_at    timestamptz,
  ended_at   timestamptz,
  primary key (campaign, station_id)
);
create index campaign_stations_progress on campaign_stations (campaign, wave, state);
create index campaign_stations_planned on campaign_stations (campaign, wave, station_id)
  where state = 'Planned';
create index campaign_stations_sent on campaign_stations (command) where state = 'Sent';
