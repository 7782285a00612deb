/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import static io.ohmnibus.station.store.Columns.nullable;

import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A filter as conditions on the tables {@code stations s} and {@code connections c}. */
final class FilterSql {

    static final String FROM =
            """
            from stations s
            left join connections c on c.tenant = s.tenant and c.station_id = s.station_id
            """;

    static final String WHERE =
            """
            where s.tenant = :tenant
            and (cast(:online as boolean) is null or coalesce(c.online, false) = :online)
            and (cast(:vendor as text) is null or s.vendor_name = :vendor)
            and (cast(:model as text) is null or s.model = :model)
            and (cast(:firmware as text) is null or s.firmware_version = :firmware)
            and (cast(:location as text) is null or s.location_id = :location)
            and (cast(:group as text) is null or exists
                (select from group_members m where m.tenant = s.tenant
                 and m.group_id = :group and m.station_id = s.station_id))
            """;

    private FilterSql() {}

    static GenericExecuteSpec bind(GenericExecuteSpec sql, String tenant, StationFilter filter) {
        return sql.bind("tenant", tenant)
                .bind("online", nullable(filter.online(), Boolean.class))
                .bind("vendor", nullable(filter.vendor(), String.class))
                .bind("model", nullable(filter.model(), String.class))
                .bind("firmware", nullable(filter.firmware(), String.class))
                .bind("location", nullable(filter.location(), String.class))
                .bind("group", nullable(filter.group(), String.class));
    }
}
