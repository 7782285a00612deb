-- The groups below others, for local lists.
create index token_groups_path on token_groups using gin (path);
