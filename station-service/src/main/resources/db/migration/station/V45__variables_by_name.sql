-- For searches over the fleet by the value of a variable.
create index variables_by_name
    on variables (tenant, lower(variable), lower(component), station_id);
