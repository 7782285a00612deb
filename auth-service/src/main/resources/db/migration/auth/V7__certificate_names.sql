-- Whether a name in a CSR belongs to another station (A02, A03) is asked for each of them.
create index station_credentials_certificate_name
  on station_credentials (tenant, certificate_name) where certificate_name is not null;
