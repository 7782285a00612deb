-- The values that variables should have: of a station, of a group, of a model.
create table desired_variables (
    id bigint generated always as identity primary key,
    tenant text not null,
    scope text not null,        -- DesiredScope
    scope_id text not null,
    component text not null,
    component_instance text,
    evse_id integer,
    connector_id integer,
    variable text not null,
    variable_instance text,
    type text not null,
    value text not null,
    reboot boolean not null,    -- whether a station may be reset for it
    set_by text not null,
    set_at timestamptz not null
);
create unique index desired_variables_name on desired_variables (
    tenant, scope, scope_id, lower(component), lower(component_instance), evse_id, connector_id,
    lower(variable), lower(variable_instance), type) nulls not distinct;

-- How far each station is on the way to them.
create table desired_states (
    tenant text not null,
    station_id text not null,
    step text not null,         -- DesiredState.Step
    due_at timestamptz not null,
    request_id uuid,            -- the variable request that is awaited
    reset boolean not null default false,
    reason text,
    changed_at timestamptz not null,
    primary key (tenant, station_id)
);
create index desired_states_due on desired_states (due_at) where step = 'DUE';
