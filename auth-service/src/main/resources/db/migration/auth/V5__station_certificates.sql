-- Certificates of stations, from the signing request to their end (A02, A03). Those that we did not
-- sign have no csr.
create table station_certificates (
  id               uuid        not null primary key,
  tenant           text        not null,
  station_id       text        not null,
  use              text        not null, -- CertificateUse
  certificate_type text,                 -- as the station named it, if it did
  request_id       integer,              -- of the station, 2.1 only
  status           text        not null, -- StationCertificate.Status
  reason           text,
  common_name      text,
  csr              text,
  serial_number    text,                 -- lower-case hexadecimal digits
  issuer           text,
  not_before       timestamptz,
  not_after        timestamptz,
  chain            text,                 -- PEM
  attempts         integer     not null default 0, -- to sign, then to deliver
  next_attempt_at  timestamptz,          -- null when nothing is to be done
  requested_at     timestamptz not null,
  changed_at       timestamptz not null,
  last_used_at     timestamptz           -- to connect
);
create index station_certificates_of_station
  on station_certificates (tenant, station_id, requested_at desc, id desc);
create index station_certificates_due
  on station_certificates (next_attempt_at) where next_attempt_at is not null;
create index station_certificates_expiring
  on station_certificates (not_after) where status = 'INSTALLED';
