-- What the operator knows of EVSEs (connector 0) and connectors, beside what stations mention.
alter table topology alter column seen_at drop not null;
alter table topology
    add column name text,
    add column connector_type text,
    add column max_power_w integer;
