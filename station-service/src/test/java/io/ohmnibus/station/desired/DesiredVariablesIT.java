/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.VariableId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class DesiredVariablesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final String tenant = "t" + UUID.randomUUID();
    private final StationKey station = new StationKey(tenant, "CS-1");
    private final DatabaseClient database;
    private final DesiredVariables variables;
    private final DesiredStates states;

    DesiredVariablesIT(TestDatabase server) {
        database = ServiceDatabase.migrate(server, Service.STATION).client();
        variables = new PostgresDesiredVariables(database);
        states = new PostgresDesiredStates(database);
    }

    private void run(String sql) {
        database.sql(sql.replace("TENANT", "'" + tenant + "'")).then().block();
    }

    private void station(String id, String model) {
        run(
                """
                insert into stations (tenant, station_id, security_profile, policy_status,
                    registered_at, model)
                values (TENANT, '%s', 1, 'Accepted', now(), '%s')
                """
                        .formatted(id, model));
    }

    private static AttributeId attribute(String variable) {
        return AttributeId.of(
                VariableId.ofController("TxCtrlr", variable, null), AttributeEnum.ACTUAL);
    }

    private void want(DesiredScope scope, String id, String... namesAndValues) {
        List<DesiredVariable> wanted =
                Stream.of(namesAndValues)
                        .map(pair -> pair.split("="))
                        .map(pair ->
                                new DesiredVariable(
                                        attribute(pair[0]),
                                        pair[1],
                                        false,
                                        scope,
                                        id,
                                        null,
                                        null,
                                        null,
                                        null))
                        .toList();
        variables
                .replace(tenant, scope, id, wanted, new DesiredVariables.Change("me", NOW))
                .block();
        states.wanted(tenant, scope, id, NOW).block();
    }

    @Test
    void theMoreSpecialScopeDecides() {
        station("CS-1", "M");
        station("CS-2", "Other");
        run("insert into groups (tenant, group_id) values (TENANT, 'G')");
        run("insert into group_members values (TENANT, 'G', 'CS-1')");
        want(DesiredScope.MODEL, "M", "A=1", "B=1", "C=1");
        want(DesiredScope.GROUP, "G", "b=2", "C=2");
        want(DesiredScope.STATION, "CS-1", "C=3");

        assertThat(all(station))
                .extracting(one -> one.value() + " of " + one.scope())
                .containsExactlyInAnyOrder("1 of MODEL", "2 of GROUP", "3 of STATION");
        assertThat(all(new StationKey(tenant, "CS-2"))).isEmpty();
        assertThat(variables.of("other", DesiredScope.MODEL, "M").collectList().block()).isEmpty();

        want(DesiredScope.STATION, "CS-1");
        assertThat(all(station)).extracting(DesiredVariable::value).contains("2").hasSize(3);
    }

    @Test
    void itIsKnownWhatHolds() {
        station("CS-1", "M");
        want(DesiredScope.STATION, "CS-1", "Interval=60");
        assertThat(all(station)).noneMatch(DesiredVariable::holds);
        run(
                """
                with v as (insert into variables (tenant, station_id, component, variable,
                        data_type, reported_at)
                    values (TENANT, 'CS-1', 'txctrlr', 'INTERVAL', 'integer', now()) returning id)
                insert into variable_attributes (variable_id, type, value, value_at)
                select id, 'Actual', '060', now() from v
                """);
        assertThat(all(station)).allMatch(DesiredVariable::holds);
    }

    @Test
    void aStationIsDueOnceItIsThere() {
        station("CS-1", "M");
        want(DesiredScope.MODEL, "M", "A=1");
        assertThat(states.due(NOW, 1000).collectList().block()).doesNotContain(station);
        run(
                """
                insert into connections (tenant, station_id, online, connection_id, changed_at)
                values (TENANT, 'CS-1', true, 'c', now())
                """);
        assertThat(states.due(NOW, 1000).collectList().block()).contains(station);
        UUID request = UUID.randomUUID();
        states.awaiting(station, DesiredState.Step.READING, request, NOW).block();
        assertThat(states.due(NOW, 1000).collectList().block()).doesNotContain(station);
        DesiredState state = Objects.requireNonNull(states.lock(station).block());
        assertThat(state.requestId()).isEqualTo(request);

        states.ended(station, DesiredState.Step.RESETTING, null, NOW).block();
        states.dueAt(station, NOW.plusSeconds(10), NOW).block();
        assertThat(states.due(NOW, 1000).collectList().block()).doesNotContain(station);
        assertThat(states.due(NOW.plusSeconds(10), 1000).collectList().block()).contains(station);
        assertThat(Objects.requireNonNull(states.find(station).block()).reset()).isTrue();
        states.ended(station, DesiredState.Step.HOLDS, null, NOW).block();
        assertThat(Objects.requireNonNull(states.find(station).block()).reset()).isFalse();
    }

    private List<DesiredVariable> all(StationKey of) {
        return Objects.requireNonNull(variables.of(of).collectList().block());
    }
}
