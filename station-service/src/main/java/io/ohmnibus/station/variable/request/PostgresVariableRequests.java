/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import static io.ohmnibus.station.store.Columns.constant;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.VariableId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes each message in one statement, however many items it has. */
@Repository
final class PostgresVariableRequests implements VariableRequests {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Results find their items by name; an item without one gets the status of the others. */
    private static final String ENDED =
            """
            with r as (
                select * from jsonb_to_recordset(cast(:rows as jsonb)) as j (
                    component text, component_instance text, evse_id integer,
                    connector_id integer, variable text, variable_instance text,
                    type text, status text, info text, value text)),
            hit as (
                select i.request_id, i.position, r.status, r.info, r.value
                from variable_request_items i left join r on
                    lower(r.component) = lower(i.component)
                    and lower(r.component_instance)
                        is not distinct from lower(i.component_instance)
                    and r.evse_id is not distinct from i.evse_id
                    and r.connector_id is not distinct from i.connector_id
                    and lower(r.variable) = lower(i.variable)
                    and lower(r.variable_instance)
                        is not distinct from lower(i.variable_instance)
                    and r.type = i.type
                where i.command_id = :command and i.status is null)
            update variable_request_items i set
                status = coalesce(hit.status, :status),
                info = case when hit.status is null then :info else hit.info end,
                value = hit.value
            from hit where i.request_id = hit.request_id and i.position = hit.position
            returning i.request_id
            """;

    private final DatabaseClient database;

    PostgresVariableRequests(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(StationKey station, VariableRequest request) {
        return database.sql(
                        """
                        insert into variable_requests
                            (id, tenant, station_id, kind, requested_by, requested_at)
                        values (:id, :tenant, :station, :kind, :by, :at)
                        """)
                .bind("id", request.id())
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("kind", request.kind())
                .bind("by", request.requestedBy())
                .bind("at", request.requestedAt())
                .then()
                .then(Mono.defer(() -> addItems(request)));
    }

    private Mono<Void> addItems(VariableRequest request) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (VariableRequest.Item item : request.items()) {
            Map<String, @Nullable Object> row = name(item.attribute());
            row.put("position", rows.size());
            rows.add(row);
        }
        return database.sql(
                        """
                        insert into variable_request_items (request_id, position, component,
                            component_instance, evse_id, connector_id, variable, variable_instance,
                            type)
                        select :request, position, component, component_instance, evse_id,
                            connector_id, variable, variable_instance, type
                        from jsonb_to_recordset(cast(:rows as jsonb)) as j (position integer,
                            component text, component_instance text, evse_id integer,
                            connector_id integer, variable text, variable_instance text, type text)
                        """)
                .bind("request", request.id())
                .bind("rows", JSON.writeValueAsString(rows))
                .then();
    }

    private static Map<String, @Nullable Object> name(AttributeId attribute) {
        VariableId variable = attribute.variable();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("component", variable.component());
        row.put("component_instance", variable.componentInstance());
        row.put("evse_id", variable.evseId());
        row.put("connector_id", variable.connectorId());
        row.put("variable", variable.variable());
        row.put("variable_instance", variable.variableInstance());
        row.put("type", attribute.type().wireName());
        return row;
    }

    @Override
    public Mono<Void> sent(UUID request, UUID command, List<Integer> positions) {
        return database.sql(
                        """
                        update variable_request_items set command_id = :command
                        where request_id = :request and position = any(:positions)
                        """)
                .bind("request", request)
                .bind("command", command)
                .bind("positions", positions.toArray(Integer[]::new))
                .then();
    }

    @Override
    public Mono<Void> unsent(UUID request, List<Integer> positions, Outcome outcome) {
        return database.sql(
                        """
                        update variable_request_items set status = :status, info = :info
                        where request_id = :request and position = any(:positions)
                        """)
                .bind("request", request)
                .bind("positions", positions.toArray(Integer[]::new))
                .bind("status", outcome.status())
                .bind("info", nullable(outcome.info(), String.class))
                .then();
    }

    @Override
    public Mono<UUID> ended(UUID command, List<Result> results, Outcome others, Instant at) {
        return database.sql(ENDED)
                .bind(
                        "rows",
                        JSON.writeValueAsString(
                                results.stream().map(PostgresVariableRequests::row).toList()))
                .bind("command", command)
                .bind("status", others.status())
                .bind("info", nullable(others.info(), String.class))
                .map(row -> required(row, "request_id", UUID.class))
                .all()
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .flatMap(ids ->
                        close(ids.getFirst(), at).filter(last -> last).map(last -> ids.getFirst()));
    }

    private static Map<String, @Nullable Object> row(Result result) {
        Map<String, @Nullable Object> row = name(result.attribute());
        row.put("status", result.outcome().status());
        row.put("info", result.outcome().info());
        row.put("value", result.outcome().value());
        return row;
    }

    @Override
    public Mono<Boolean> close(UUID request, Instant at) {
        return database.sql(
                        """
                        update variable_requests set ended_at = :at
                        where id = :id and ended_at is null and not exists (
                            select 1 from variable_request_items
                            where request_id = :id and status is null)
                        """)
                .bind("id", request)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<VariableRequest> find(StationKey station, UUID request) {
        return database.sql(
                        """
                        select * from variable_requests q
                        join variable_request_items i on i.request_id = q.id
                        where q.tenant = :tenant and q.station_id = :station and q.id = :id
                        order by i.position
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("id", request)
                .map(PostgresVariableRequests::read)
                .all()
                .collectList()
                .flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.just(merge(rows)));
    }

    private static VariableRequest merge(List<VariableRequest> rows) {
        VariableRequest first = rows.getFirst();
        return new VariableRequest(
                first.id(),
                first.stationId(),
                first.kind(),
                first.requestedBy(),
                first.requestedAt(),
                first.endedAt(),
                rows.stream().flatMap(row -> row.items().stream()).toList());
    }

    private static VariableRequest read(Readable row) {
        VariableId variable =
                new VariableId(
                        required(row, "component", String.class),
                        optional(row, "component_instance", String.class),
                        optional(row, "evse_id", Integer.class),
                        optional(row, "connector_id", Integer.class),
                        required(row, "variable", String.class),
                        optional(row, "variable_instance", String.class));
        return new VariableRequest(
                required(row, "id", UUID.class),
                required(row, "station_id", String.class),
                required(row, "kind", String.class),
                required(row, "requested_by", String.class),
                required(row, "requested_at", Instant.class),
                optional(row, "ended_at", Instant.class),
                List.of(
                        new VariableRequest.Item(
                                AttributeId.of(
                                        variable, constant(row, "type", AttributeEnum.class)),
                                optional(row, "status", String.class),
                                optional(row, "info", String.class),
                                optional(row, "value", String.class))));
    }
}
