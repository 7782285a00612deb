/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.StationProperties;
import io.ohmnibus.station.store.WireNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes each message in two statements, however many variables it has. */
@Repository
final class PostgresDeviceModel implements DeviceModel {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<SetVariableStatusEnum> TAKEN =
            Set.of(SetVariableStatusEnum.ACCEPTED, SetVariableStatusEnum.REBOOT_REQUIRED);

    private final DatabaseClient database;
    private final int maxVariables;

    PostgresDeviceModel(DatabaseClient database, StationProperties properties) {
        this.database = database;
        this.maxVariables = properties.reports().maxVariables();
    }

    @Override
    public Mono<Void> reported(StationKey station, List<ReportData> data, Instant at) {
        return write(station, data.stream().flatMap(VariableRow::of).toList(), at);
    }

    @Override
    public Mono<Void> forgetUnmentioned(StationKey station, Instant since) {
        return database.sql(
                        """
                        delete from variables where tenant = :tenant and station_id = :station
                        and reported_at < :since
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("since", since)
                .then();
    }

    @Override
    public Mono<Void> values(StationKey station, List<AttributeValue> values, Instant at) {
        List<VariableRow> rows =
                values.stream()
                        .map(value -> VariableRow.of(value.attribute(), value.value()))
                        .toList();
        return write(station, rows, at);
    }

    private Mono<Void> write(StationKey station, List<VariableRow> rows, Instant at) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        String json =
                json(VariableRow.lastOfEach(rows).stream().map(VariableRow::columns).toList());
        return run(VariableSql.UPSERT_VARIABLES, station, json, at, true)
                .then(run(VariableSql.UPSERT_ATTRIBUTES, station, json, at, false));
    }

    private Mono<Void> run(
            String sql, StationKey station, String json, Instant at, boolean limited) {
        DatabaseClient.GenericExecuteSpec statement =
                database.sql(sql)
                        .bind("rows", json)
                        .bind("tenant", station.tenant())
                        .bind("station", station.stationId())
                        .bind("at", at);
        return (limited ? statement.bind("max", maxVariables) : statement).then();
    }

    @Override
    public Mono<Void> set(StationKey station, List<SetResult> results, Instant at) {
        List<VariableRow> taken =
                results.stream()
                        .filter(result -> TAKEN.contains(result.status()))
                        .map(PostgresDeviceModel::taken)
                        .toList();
        String settings = json(results.stream().map(PostgresDeviceModel::columns).toList());
        return write(station, taken, at)
                .then(run(VariableSql.UPSERT_SETTINGS, station, settings, at, false));
    }

    /** A value that needs a reboot is not the actual one yet. */
    private static VariableRow taken(SetResult result) {
        boolean now = result.status() == SetVariableStatusEnum.ACCEPTED;
        return VariableRow.of(result.attribute(), now ? result.value() : null);
    }

    private static Map<String, @Nullable Object> columns(SetResult result) {
        Map<String, @Nullable Object> columns =
                VariableRow.of(result.attribute(), result.value()).columns();
        columns.put("status", result.status().wireName());
        columns.put("info", result.info());
        return columns;
    }

    private static String json(List<Map<String, @Nullable Object>> rows) {
        return JSON.writeValueAsString(rows);
    }

    @Override
    public Mono<String> value(StationKey station, VariableId variable, AttributeEnum type) {
        return database.sql(VariableSql.VALUE)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("component", variable.component())
                .bind("componentInstance", nullable(variable.componentInstance(), String.class))
                .bind("evse", nullable(variable.evseId(), Integer.class))
                .bind("connector", nullable(variable.connectorId(), Integer.class))
                .bind("variable", variable.variable())
                .bind("variableInstance", nullable(variable.variableInstance(), String.class))
                .bind("type", type.wireName())
                .map(row -> required(row, "value", String.class))
                .first();
    }

    @Override
    public Flux<AttributeId> settings(StationKey station) {
        return database.sql(VariableSql.SETTINGS)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .map(row ->
                        AttributeId.of(
                                VariableReader.id(row),
                                WireNames.find(
                                        AttributeEnum.class, required(row, "type", String.class))))
                .all();
    }

    @Override
    public Flux<ReportedVariable> list(
            StationKey station, VariableFilter filter, @Nullable Long after, int limit) {
        return database.sql(VariableSql.LIST)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("component", nullable(filter.component(), String.class))
                .bind("variable", nullable(filter.variable(), String.class))
                .bind("evse", nullable(filter.evseId(), Integer.class))
                .bind("drifted", filter.onlyDrifted())
                .bind("after", nullable(after, Long.class))
                .bind("limit", nullable(filter.onlyDrifted() ? null : limit, Integer.class))
                .map(VariableReader::read)
                .all()
                .bufferUntilChanged(ReportedVariable::row)
                .map(VariableReader::merge)
                .filter(variable -> !filter.onlyDrifted() || variable.drifted())
                .take(limit);
    }
}
