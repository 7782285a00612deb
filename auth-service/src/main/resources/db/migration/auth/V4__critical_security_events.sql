-- Whether the appendix of Part 2 calls the type critical; types that it does not name are.
alter table security_events add column critical boolean not null default true;
update security_events set critical = false
where type in ('FailedToAuthenticateAtCsms', 'CsmsFailedToAuthenticate',
  'ReconfigurationOfSecurityParameters', 'InvalidMessages', 'AttemptedReplayAttacks');
create index security_events_critical
  on security_events (tenant, received_at desc, id desc) where critical;
