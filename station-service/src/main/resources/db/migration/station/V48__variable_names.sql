-- A variable is found by its whole name at once, however many of its component there are.
create function variable_name(component text, component_instance text, evse_id integer,
        connector_id integer, variable text, variable_instance text) returns text
    language sql immutable parallel safe
    return lower(component) || E'\x1f' || coalesce(lower(component_instance), '')
        || E'\x1f' || coalesce(evse_id::text, '') || E'\x1f' || coalesce(connector_id::text, '')
        || E'\x1f' || lower(variable) || E'\x1f' || coalesce(lower(variable_instance), '');

drop index variables_name;
alter table variables add column name text not null generated always as (variable_name(
    component, component_instance, evse_id, connector_id, variable, variable_instance)) stored;
create unique index variables_name on variables (tenant, station_id, name);
-- Lists of a station go by id.
create index variables_of_station on variables (tenant, station_id, id);
