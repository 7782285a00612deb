-- What a custom report (B08) is limited to, and the parts of a report as ranges of their numbers:
-- a report costs as much with the 100 000th part as with the first.
alter table reports
    add column selection text,
    add column parts integer not null default 0,
    add column variables integer not null default 0,
    add column received int8multirange not null default '{}',
    add column last_seq_no integer,
    add column first_part_at timestamptz,
    add column last_part_at timestamptz;

update reports r set
    parts = p.parts, variables = p.variables, received = p.received, last_seq_no = p.last_seq_no,
    first_part_at = p.first_part_at, last_part_at = p.last_part_at
from (
    select tenant, station_id, request_id, count(*) as parts, sum(variables) as variables,
        range_agg(int8range(seq_no, seq_no, '[]')) as received,
        max(seq_no) filter (where last_part) as last_seq_no,
        min(received_at) as first_part_at, max(received_at) as last_part_at
    from report_parts group by tenant, station_id, request_id) p
where r.tenant = p.tenant and r.station_id = p.station_id and r.request_id = p.request_id;

drop table report_parts;
