/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.search;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statement of a search; what callers say only ever becomes a parameter (A49). */
final class SearchSql {

    private static final String NUMBER = "^-?[0-9]{1,18}([.][0-9]{1,18})?$";

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private SearchSql() {}

    /** Text and parameters of the statement for the stations after one of them. */
    static SearchSql of(String tenant, StationSearch search, @Nullable String after, int limit) {
        SearchSql made = new SearchSql();
        made.sql.append(
                """
                select s.station_id, s.vendor_name, s.model, s.firmware_version,
                    coalesce(c.online, false) as online
                from stations s
                left join connections c on c.tenant = s.tenant and c.station_id = s.station_id
                where s.tenant = :tenant
                """);
        made.parameters.put("tenant", tenant);
        made.filter("s.station_id > ", "after", after);
        made.filter("s.vendor_name = ", "vendor", search.vendor());
        made.filter("s.model = ", "model", search.model());
        made.filter("s.firmware_version = ", "firmware", search.firmware());
        made.filter("coalesce(c.online, false) = ", "online", search.online());
        String group = search.group();
        if (group != null) {
            made.sql.append(
                    """
                    and exists (select from group_members g where g.tenant = s.tenant
                        and g.station_id = s.station_id and g.group_id = :group)
                    """);
            made.parameters.put("group", group);
        }
        for (int i = 0; i < search.all().size(); i++) {
            made.condition(i, search.all().get(i));
        }
        made.sql.append("order by s.station_id limit :limit");
        made.parameters.put("limit", limit);
        return made;
    }

    /** Text and parameters of the statement for the values that conditions are about. */
    static SearchSql values(String tenant, StationSearch search, List<String> stations) {
        SearchSql made = new SearchSql();
        made.sql.append(
                """
                select v.station_id, v.component, v.component_instance, v.evse_id, v.connector_id,
                    v.variable, v.variable_instance, a.type, a.value
                from variables v join variable_attributes a on a.variable_id = v.id
                where v.tenant = :tenant and v.station_id = any(:stations) and a.value is not null
                and (false
                """);
        made.parameters.put("tenant", tenant);
        made.parameters.put("stations", stations.toArray(String[]::new));
        for (int i = 0; i < search.all().size(); i++) {
            made.sql.append("or (true\n");
            made.name(i, search.all().get(i));
            made.sql.append(")\n");
        }
        made.sql.append(") order by v.station_id, v.id, a.type");
        return made;
    }

    private void filter(String compared, String name, @Nullable Object value) {
        if (value != null) {
            sql.append("and ").append(compared).append(':').append(name).append('\n');
            parameters.put(name, value);
        }
    }

    private void condition(int index, Condition condition) {
        sql.append(Boolean.FALSE.equals(condition.known()) ? "and not exists (" : "and exists (");
        sql.append(
                """
                select from variables v join variable_attributes a on a.variable_id = v.id
                where v.tenant = s.tenant and v.station_id = s.station_id and a.value is not null
                """);
        name(index, condition);
        filter("a.value = ", "is" + index, condition.is());
        filter("a.value <> ", "isNot" + index, condition.isNot());
        if (condition.contains() != null) {
            sql.append("and strpos(a.value, :contains").append(index).append(") > 0\n");
            parameters.put("contains" + index, condition.contains());
        }
        number("<", "below" + index, condition.below());
        number(">", "above" + index, condition.above());
        sql.append(")\n");
    }

    private void number(String operator, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(
                    "and case when a.value ~ '%s' then cast(a.value as numeric) %s :%s end\n"
                            .formatted(NUMBER, operator, name));
            parameters.put(name, value);
        }
    }

    private void name(int index, Condition condition) {
        filter("lower(v.component) = ", "component" + index, lower(condition.component()));
        filter("lower(v.variable) = ", "variable" + index, lower(condition.variable()));
        filter(
                "lower(v.component_instance) = ",
                "componentInstance" + index,
                lower(condition.componentInstance()));
        filter(
                "lower(v.variable_instance) = ",
                "variableInstance" + index,
                lower(condition.variableInstance()));
        filter("v.evse_id = ", "evse" + index, condition.evseId());
        filter("v.connector_id = ", "connector" + index, condition.connectorId());
        filter("a.type = ", "type" + index, condition.type());
    }

    private static @Nullable String lower(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    String text() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
