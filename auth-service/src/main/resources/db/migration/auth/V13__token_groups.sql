-- What is said of a group of tokens, in place of each of them. A token may name a group of which
-- nothing is said.
create table token_groups (
  tenant            text        not null,
  group_key         text        not null, -- group_id in lower case
  group_id          text        not null,
  parent_key        text,
  status            text        not null, -- other than Accepted: no token of the group may charge
  charging_priority integer,
  allowed_at        json,
  allowed_hours     json,
  master_pass       boolean     not null,
  changed_by        text        not null,
  changed_at        timestamptz not null,
  -- Together with what is said of its parents, kept up to date with each change of one of them:
  path              text[]      not null default '{}', -- the keys of the group and its parents
  refused           text,       -- the status of the nearest that is not Accepted
  refused_by        text,       -- and its id
  priority          integer,
  places            json,
  hours             json,
  master            text,       -- the id of the nearest that is a master pass
  primary key (tenant, group_key)
);
create index token_groups_of_parent on token_groups (tenant, parent_key);

-- Tokens with what their groups say: what a token says itself comes first, but a group that may not
-- charge. Stations know a master pass by its group alone, so those below are told of it (C16.FR.01).
create view tokens_in_effect as
select token.tenant, token.type, token.token_key, token.id_token, token.status, token.valid_from,
  token.valid_until, coalesce(team.master, token.group_id) as group_id, token.group_type,
  token.language1, token.language2,
  coalesce(token.charging_priority, team.priority) as charging_priority,
  token.concurrent_transactions, coalesce(token.allowed_at, team.places) as allowed_at,
  token.single_use, coalesce(token.allowed_hours, team.hours) as allowed_hours, token.revision,
  team.refused as group_refused, team.master is not null as master_pass,
  lower(token.group_id) as group_key,
  coalesce(team.path, array[lower(token.group_id)]) as group_path
from tokens token left join token_groups team
  on team.tenant = token.tenant and team.group_key = lower(token.group_id);
