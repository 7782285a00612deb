-- What may charge. Two tokens are equal when type and idToken are (C01.FR.25), idToken without
-- regard to case (Part 2, C 1.1).
create table tokens (
  tenant                  text        not null,
  type                    text        not null,
  token_key               text        not null, -- id_token in lower case
  id_token                text        not null, -- as entered
  status                  text        not null, -- wire name of AuthorizationStatusEnumType
  valid_from              timestamptz,
  valid_until             timestamptz,
  group_id                text,
  group_type              text,
  language1               text,
  language2               text,
  charging_priority       integer,
  concurrent_transactions boolean     not null,
  allowed_at              json,                 -- {"station": [evse, ...]}; empty list: all EVSEs; null: everywhere
  created_at              timestamptz not null,
  updated_at              timestamptz not null,
  primary key (tenant, type, token_key),
  check (language2 is null or language1 is not null)
);
create index tokens_by_key on tokens (tenant, token_key, type);
create index tokens_of_group on tokens (tenant, lower(group_id));

-- Which token a running transaction uses. The partial index is what makes a claim atomic.
create table active_transactions (
  tenant         text        not null,
  station_id     text        not null,
  transaction_id text        not null,
  token_type     text        not null,
  token_key      text        not null,
  exclusive      boolean     not null,
  since          timestamptz not null,
  primary key (tenant, station_id, transaction_id)
);
create unique index active_transactions_exclusive
  on active_transactions (tenant, token_type, token_key) where exclusive;
create index active_transactions_of_token on active_transactions (tenant, token_type, token_key);

-- How stations prove who they are; the topic station.credentials says the same.
create table station_credentials (
  tenant           text        not null,
  station_id       text        not null,
  security_profile integer     not null check (security_profile between 1 and 3),
  password_hash    text,
  changed_at       timestamptz not null,
  primary key (tenant, station_id)
);

-- What stations report about their own security (A04).
create table security_events (
  id          uuid        not null primary key,
  tenant      text        not null,
  station_id  text        not null,
  type        text        not null,
  occurred_at timestamptz not null, -- the station's clock
  received_at timestamptz not null, -- ours
  tech_info   text
);
create index security_events_by_time on security_events (tenant, received_at desc, id desc);
create index security_events_of_station
  on security_events (tenant, station_id, received_at desc, id desc);
