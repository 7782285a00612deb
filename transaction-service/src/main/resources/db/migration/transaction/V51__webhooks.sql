-- Partners who want to be told, and what is on its way to them.
create table webhooks (
  id              uuid        primary key,
  tenant          text        not null,
  url             text        not null,
  types           text[]      not null, -- all when empty
  enabled         boolean     not null,
  disabled_reason text,
  failing_since   timestamptz,
  secret          bytea       not null, -- sealed
  previous_secret bytea,                -- signs too, until then
  previous_until  timestamptz,
  created_at      timestamptz not null
);
create index webhooks_of_tenant on webhooks (tenant, created_at, id);

create table webhook_deliveries (
  id              uuid        primary key,
  webhook_id      uuid        not null references webhooks on delete cascade,
  tenant          text        not null,
  event_id        text        not null,
  event_type      text        not null,
  body            text        not null, -- as it is signed and sent
  status          text        not null, -- Pending, Delivered, Failed
  attempts        integer     not null,
  next_attempt_at timestamptz not null, -- also until when somebody has claimed it
  last_status     integer,
  last_error      text,
  delivered_at    timestamptz,
  created_at      timestamptz not null,
  unique (webhook_id, event_id)
);
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where status = 'Pending';
create index webhook_deliveries_of_webhook on webhook_deliveries (tenant, webhook_id, created_at, id);
create index webhook_deliveries_by_age on webhook_deliveries (created_at);
