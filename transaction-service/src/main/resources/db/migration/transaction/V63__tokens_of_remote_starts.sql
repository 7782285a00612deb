-- For whom a transaction was started from afar: its events may not tell.
alter table remote_requests
  add column id_token      text,
  add column id_token_type text,
  add column group_id      text;
