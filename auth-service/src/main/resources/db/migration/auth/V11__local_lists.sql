-- Every change of a tenant's tokens has a number; numbers are committed in order, because the row
-- of token_revisions stays locked until then.
alter table tokens add column revision bigint not null default 0;
create index tokens_by_revision on tokens (tenant, revision);
create index tokens_by_end on tokens (tenant, valid_until) where valid_until is not null;
create index tokens_by_begin on tokens (tenant, valid_from) where valid_from is not null;

create table token_revisions (
  tenant       text        not null primary key,
  revision     bigint      not null,           -- of the latest change
  removal      bigint      not null default 0, -- of the latest change that removed tokens
  spread       bigint      not null default 0, -- up to here, local lists know what concerns them
  spread_until timestamptz not null            -- and up to this time, whose validity begins or ends
);
insert into token_revisions (tenant, revision, spread_until)
  select tenant, 0, now() from tokens group by tenant;

-- Which tokens are in the local lists of stations (D01).
create table local_list_rules (
  tenant     text        not null,
  station_id text        not null, -- empty: all stations that have no rule of their own
  tokens     text        not null check (tokens in ('All', 'Groups', 'None')),
  group_ids  text[]      not null, -- in lower case
  refused    boolean     not null, -- tokens that may not charge are listed too, with the reason
  changed_by text        not null,
  changed_at timestamptz not null,
  primary key (tenant, station_id)
);

-- What is known of the local list of a station.
create table local_lists (
  tenant           text        not null,
  station_id       text        not null,
  managed          boolean     not null, -- whether it follows rules; otherwise it is only watched
  status           text        not null,
  reason           text,
  version          integer     not null, -- the one that the station has; 0 for none
  trusted          boolean     not null, -- whether local_list_entries say what is in that version
  sending_version  integer,              -- the one on its way
  sending_revision bigint,               -- changes of tokens up to here are on their way
  verify           boolean     not null, -- the station is to be asked for its version
  reported_version integer,
  verified_at      timestamptz,
  accepted_at      timestamptz,          -- when the station last took a part
  due_at           timestamptz,          -- when there is something to do
  busy_until       timestamptz,          -- while a station is asked
  attempts         integer     not null, -- failures in a row
  most_items       integer     not null default 50,    -- of one message, as the station has told
  most_bytes       integer     not null default 65536,
  primary key (tenant, station_id)
);
create index local_lists_due on local_lists (due_at) where due_at is not null and busy_until is null;
create index local_lists_busy on local_lists (busy_until) where busy_until is not null;

-- What stations were told and took.
create table local_list_entries (
  tenant     text   not null,
  station_id text   not null,
  type       text   not null,
  token_key  text   not null,
  id_token   text   not null,
  status     text   not null,
  revision   bigint not null, -- changes of the token up to here are in it
  primary key (tenant, station_id, token_key, type)
);
create index local_list_entries_of_token on local_list_entries (tenant, type, token_key);
