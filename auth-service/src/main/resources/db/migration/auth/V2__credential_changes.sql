-- What a change under way leads to (A01, A05), and the certificates of profile 3; see the record
-- StationCredentials, whose columns these are.
alter table station_credentials
  add column next_security_profile integer check (next_security_profile between 1 and 3),
  add column next_password_hash    text,
  add column certificate_name      text,
  add column certificates          text[],
  add column revoked_certificates  text[] not null default '{}';
