-- Whose desired values count for a station: its own, its model's and those of its groups.
create view desired_scopes as
select tenant, 'STATION' as scope, station_id as scope_id, station_id from stations
union all
select tenant, 'MODEL', model, station_id from stations
union all
select tenant, 'GROUP', group_id, station_id from group_members;
