/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import static io.ohmnibus.station.store.Columns.constant;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.optionalConstant;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.DataEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.VariableId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code desired_variables}. */
@Repository
final class PostgresDesiredVariables implements DesiredVariables {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String OF_STATION =
            """
            with wanted as (
                select d.*, case d.scope when 'STATION' then 3 when 'GROUP' then 2 else 1 end as rank
                from desired_scopes s
                join desired_variables d on d.tenant = s.tenant and d.scope = s.scope
                    and d.scope_id = s.scope_id
                where s.tenant = :tenant and s.station_id = :station)
            select distinct on (lower(w.component), lower(w.component_instance), w.evse_id,
                w.connector_id, lower(w.variable), lower(w.variable_instance), w.type)
                w.*, v.data_type, a.value as actual, a.value_at as actual_at, a.set_status as status
            from wanted w
            left join variables v on v.tenant = :tenant and v.station_id = :station
                and v.name = variable_name(w.component, w.component_instance, w.evse_id,
                    w.connector_id, w.variable, w.variable_instance)
            left join variable_attributes a on a.variable_id = v.id and a.type = w.type
            order by lower(w.component), lower(w.component_instance), w.evse_id, w.connector_id,
                lower(w.variable), lower(w.variable_instance), w.type, w.rank desc, w.set_at desc,
                w.id desc
            """;

    private final DatabaseClient database;

    PostgresDesiredVariables(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> replace(
            String tenant,
            DesiredScope scope,
            String scopeId,
            List<DesiredVariable> variables,
            Change change) {
        return ofScope("delete from desired_variables", tenant, scope, scopeId)
                .then()
                .then(Mono.defer(() -> insert(tenant, scope, scopeId, variables, change)));
    }

    private Mono<Void> insert(
            String tenant,
            DesiredScope scope,
            String scopeId,
            List<DesiredVariable> variables,
            Change change) {
        return database.sql(
                        """
                        insert into desired_variables (tenant, scope, scope_id, component,
                            component_instance, evse_id, connector_id, variable, variable_instance,
                            type, value, reboot, set_by, set_at)
                        select :tenant, :scope, :id, component, component_instance, evse_id,
                            connector_id, variable, variable_instance, type, value, reboot, :by, :at
                        from jsonb_to_recordset(cast(:rows as jsonb)) as j (component text,
                            component_instance text, evse_id integer, connector_id integer,
                            variable text, variable_instance text, type text, value text,
                            reboot boolean)
                        """)
                .bind("tenant", tenant)
                .bind("scope", scope.name())
                .bind("id", scopeId)
                .bind("by", change.by())
                .bind("at", change.at())
                .bind(
                        "rows",
                        JSON.writeValueAsString(
                                variables.stream().map(PostgresDesiredVariables::columns).toList()))
                .then();
    }

    private static Map<String, @Nullable Object> columns(DesiredVariable variable) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        VariableId id = variable.attribute().variable();
        columns.put("component", id.component());
        columns.put("component_instance", id.componentInstance());
        columns.put("evse_id", id.evseId());
        columns.put("connector_id", id.connectorId());
        columns.put("variable", id.variable());
        columns.put("variable_instance", id.variableInstance());
        columns.put("type", variable.attribute().type().wireName());
        columns.put("value", variable.value());
        columns.put("reboot", variable.reboot());
        return columns;
    }

    private DatabaseClient.GenericExecuteSpec ofScope(
            String statement, String tenant, DesiredScope scope, String scopeId) {
        return database.sql(
                        statement + " where tenant = :tenant and scope = :scope and scope_id = :id")
                .bind("tenant", tenant)
                .bind("scope", scope.name())
                .bind("id", scopeId);
    }

    @Override
    public Flux<DesiredVariable> of(String tenant, DesiredScope scope, String scopeId) {
        return ofScope(
                        "select d.*, null::text as data_type, null::text as actual, null::timestamptz as actual_at,"
                                + " null::text as status from desired_variables d",
                        tenant,
                        scope,
                        scopeId)
                .map(PostgresDesiredVariables::read)
                .all();
    }

    @Override
    public Flux<DesiredVariable> of(StationKey station) {
        return database.sql(OF_STATION)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .map(PostgresDesiredVariables::read)
                .all();
    }

    private static DesiredVariable read(Readable row) {
        VariableId variable =
                new VariableId(
                        required(row, "component", String.class),
                        optional(row, "component_instance", String.class),
                        optional(row, "evse_id", Integer.class),
                        optional(row, "connector_id", Integer.class),
                        required(row, "variable", String.class),
                        optional(row, "variable_instance", String.class));
        return new DesiredVariable(
                AttributeId.of(variable, constant(row, "type", AttributeEnum.class)),
                required(row, "value", String.class),
                required(row, "reboot", Boolean.class),
                DesiredScope.valueOf(required(row, "scope", String.class)),
                required(row, "scope_id", String.class),
                optionalConstant(row, "data_type", DataEnum.class),
                optional(row, "actual", String.class),
                optional(row, "actual_at", Instant.class),
                optional(row, "status", String.class));
    }
}
