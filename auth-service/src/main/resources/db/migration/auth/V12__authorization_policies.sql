-- How tenants judge tokens.
create table authorization_policies (
  tenant               text        not null primary key,
  cache_lifetime_s     bigint,
  master_pass_group_id text,
  external_url         text,
  external_token       text, -- sealed, Base64
  external_deadline_ms bigint,
  external_ask         text,
  external_on_failure  text,
  changed_by           text        not null,
  changed_at           timestamptz not null
);

-- What stations said when they were to clear their caches (C11): the latest word of each.
create table cache_clearings (
  tenant     text        not null,
  station_id text        not null,
  status     text        not null,
  reason     text,
  ended_at   timestamptz not null,
  cleared_at timestamptz, -- when it was last cleared
  primary key (tenant, station_id)
);

-- Tokens that are made for one transaction (C03, C05) go with it.
alter table tokens add column single_use boolean not null default false;

-- What was decided about tokens, and why.
create table authorization_decisions (
  id             uuid        not null primary key,
  tenant         text        not null,
  station_id     text        not null,
  decided_at     timestamptz not null,
  purpose        text        not null,
  id_token       text, -- null for key codes, which are secrets (C04.FR.04)
  id_token_type  text        not null,
  evse_id        integer,
  transaction_id text,
  status         text        not null,
  reason         text        not null,
  group_id       text,
  detail         text
);
create index authorization_decisions_by_time on authorization_decisions (tenant, decided_at desc, id desc);
create index authorization_decisions_of_station
  on authorization_decisions (tenant, station_id, decided_at desc, id desc);
create index authorization_decisions_of_token
  on authorization_decisions (tenant, lower(id_token), decided_at desc, id desc);
create index authorization_decisions_to_forget on authorization_decisions (decided_at);

-- Stations that present tokens which nobody knows (A35).
create table wrong_tokens (
  tenant     text        not null,
  station_id text        not null,
  type       text        not null,
  since      timestamptz not null, -- of the first that counts
  wrong      integer     not null,
  primary key (tenant, station_id, type)
);

-- The hours of the week in which a token counts: {"timeZone": ..., "periods": [...]}; null for all.
alter table tokens add column allowed_hours json;
