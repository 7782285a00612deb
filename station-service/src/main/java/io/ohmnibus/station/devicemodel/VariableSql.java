/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

/** The statements of {@link PostgresDeviceModel}. */
final class VariableSql {

    private static final String ROWS =
            """
            with r as (
                select *, variable_name(component, component_instance, evse_id, connector_id,
                    variable, variable_instance) as name
                from jsonb_to_recordset(cast(:rows as jsonb)) as j (
                    component text, component_instance text, evse_id integer, connector_id integer,
                    variable text, variable_instance text, type text, value text,
                    mutability text, persistent boolean, constant boolean,
                    unit text, data_type text, min_limit numeric, max_limit numeric,
                    max_elements integer, values_list text, supports_monitoring boolean,
                    status text, info text))
            """;

    private static final String SAME_NAME =
            """
            v.tenant = :tenant and v.station_id = :station and v.name = r.name
            """;

    /** A station that is full can still report what it reported before. */
    static final String UPSERT_VARIABLES =
            ROWS
                    + """
                    , named as (
                        select distinct on (name) r.*, exists (select 1 from variables v where
                    """
                    + SAME_NAME
                    + """
                    ) as known from r),
                    chosen as (
                        select *, row_number() over (partition by known) as place from named)
                    insert into variables as v (tenant, station_id,
                        component, component_instance, evse_id, connector_id,
                        variable, variable_instance, unit, data_type, min_limit, max_limit,
                        max_elements, values_list, supports_monitoring, reported_at)
                    select :tenant, :station,
                        component, component_instance, evse_id, connector_id,
                        variable, variable_instance, unit, data_type, min_limit, max_limit,
                        max_elements, values_list, supports_monitoring, :at
                    from chosen
                    where known or place <= :max - (select count(*) from variables
                        where tenant = :tenant and station_id = :station)
                    on conflict (tenant, station_id, name)
                    do update set
                        unit = coalesce(excluded.unit, v.unit),
                        data_type = coalesce(excluded.data_type, v.data_type),
                        min_limit = coalesce(excluded.min_limit, v.min_limit),
                        max_limit = coalesce(excluded.max_limit, v.max_limit),
                        max_elements = coalesce(excluded.max_elements, v.max_elements),
                        values_list = coalesce(excluded.values_list, v.values_list),
                        supports_monitoring =
                            coalesce(excluded.supports_monitoring, v.supports_monitoring),
                        reported_at = excluded.reported_at
                    where v.reported_at <= excluded.reported_at
                    """;

    /** Without a value, as a write-only or unset attribute has none, the old one stays. */
    static final String UPSERT_ATTRIBUTES =
            ROWS
                    + """
                    insert into variable_attributes as a
                        (variable_id, type, value, value_at, mutability, persistent, constant)
                    select v.id, r.type, r.value, case when r.value is null then null else :at end,
                        r.mutability, r.persistent, r.constant
                    from r join variables v on
                    """
                    + SAME_NAME
                    + """
                    on conflict (variable_id, type) do update set
                        value = coalesce(excluded.value, a.value),
                        value_at = coalesce(excluded.value_at, a.value_at),
                        mutability = coalesce(excluded.mutability, a.mutability),
                        persistent = coalesce(excluded.persistent, a.persistent),
                        constant = coalesce(excluded.constant, a.constant)
                    where a.value_at is null or a.value_at <= :at
                    """;

    static final String UPSERT_SETTINGS =
            ROWS
                    + """
                    insert into variable_attributes as a
                        (variable_id, type, set_value, set_status, set_info, set_at)
                    select v.id, r.type, r.value, r.status, r.info, :at
                    from r join variables v on
                    """
                    + SAME_NAME
                    + """
                    on conflict (variable_id, type) do update set
                        set_value =
                            case when a.mutability = 'WriteOnly' then null else excluded.set_value end,
                        value = case when a.mutability = 'WriteOnly' then null else a.value end,
                        set_status = excluded.set_status,
                        set_info = excluded.set_info,
                        set_at = excluded.set_at
                    """;

    static final String VALUE =
            """
            select a.value from variables v join variable_attributes a on a.variable_id = v.id
            where v.tenant = :tenant and v.station_id = :station
            and v.name = variable_name(:component, cast(:componentInstance as text),
                cast(:evse as integer), cast(:connector as integer), :variable,
                cast(:variableInstance as text))
            and a.type = :type and a.value is not null
            """;

    static final String SETTINGS =
            """
            select v.*, a.type from variables v join variable_attributes a on a.variable_id = v.id
            where v.tenant = :tenant and v.station_id = :station and a.set_value is not null
            and a.set_status in ('Accepted', 'RebootRequired')
            order by v.id, a.type
            """;

    /** What has another text may still be the same value: that is seen afterwards. */
    static final String LIST =
            """
            with page as (
                select * from variables v
                where tenant = :tenant and station_id = :station
                and (cast(:component as text) is null or lower(component) = lower(:component))
                and (cast(:variable as text) is null or lower(variable) = lower(:variable))
                and (cast(:evse as integer) is null or evse_id = :evse)
                and (cast(:after as bigint) is null or id > :after)
                and (not :drifted or exists (
                    select 1 from variable_attributes a where a.variable_id = v.id
                    and a.set_value is not null and a.set_value is distinct from a.value
                    and a.set_status in ('Accepted', 'RebootRequired') and a.value_at > a.set_at))
                order by id limit :limit)
            select v.*, a.type, a.value, a.value_at, a.mutability, a.persistent, a.constant,
                a.set_value, a.set_status, a.set_info, a.set_at
            from page v left join variable_attributes a on a.variable_id = v.id
            order by v.id, a.type
            """;

    private VariableSql() {}
}
