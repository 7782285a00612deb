-- One row per Idempotency-Key: a claim while the request runs, then its answer.
CREATE TABLE idempotency_keys (
    tenant       text        NOT NULL,
    subject      text        NOT NULL,
    key          text        NOT NULL,
    method       text        NOT NULL,
    path         text        NOT NULL, -- with the query
    body_hash    bytea       NOT NULL, -- SHA-256
    status       integer,
    content_type text,
    location     text,
    body         bytea,
    created_at   timestamptz NOT NULL,
    completed_at timestamptz,
    PRIMARY KEY (tenant, subject, key)
);

CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
