-- How stations are answered that have no policy of their own: by model, or all of a tenant.
create table boot_configurations (
    tenant text not null,
    model text not null,        -- empty for all models
    status text not null,
    interval_seconds integer,
    reason text,
    until_provisioned boolean not null,
    primary key (tenant, model)
);
