-- The answer to each CALL, so that a repeated one gets the same.
create table handled_calls (
  tenant       text        not null,
  station_id   text        not null,
  message_id   text        not null,
  request_hash bytea       not null,
  answer       bytea       not null,
  answered_at  timestamptz not null,
  primary key (tenant, station_id, message_id)
);
create index handled_calls_age on handled_calls using brin (answered_at);

-- Records that a committed transaction owes to the bus, in the order of their ids.
create table outbox (
  id         bigint generated always as identity primary key,
  topic      text        not null,
  key        text        not null,
  value      bytea       not null,
  headers    jsonb       not null,
  created_at timestamptz not null default now()
);

-- Events that had their effect here.
create table consumed_events (
  event_id    text        primary key,
  consumed_at timestamptz not null
);
create index consumed_events_age on consumed_events using brin (consumed_at);

-- What was asked of stations, and how it ended; json keeps the messages as they were sent.
create table commands (
  id            uuid        primary key,
  tenant        text        not null,
  station_id    text        not null,
  action        text        not null,
  request       json        not null,
  status        text        not null,
  response      json,
  error         json,
  late_outcome  text,
  requested_by  text        not null,
  created_at    timestamptz not null,
  deadline      timestamptz not null,
  completed_at  timestamptz
);
create index commands_of_station on commands (tenant, station_id, created_at desc, id);
create index commands_pending on commands (deadline) where status = 'Pending';
