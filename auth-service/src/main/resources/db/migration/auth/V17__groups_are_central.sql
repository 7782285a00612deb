-- C09.FR.13.
update tokens set group_type = 'Central' where group_type <> 'Central';
