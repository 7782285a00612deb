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
import java.util.Set;
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

    private void group(String id, String member) {
        run("insert into groups (tenant, group_id) values (TENANT, '%s')".formatted(id));
        run("insert into group_members values (TENANT, '%s', '%s')".formatted(id, member));
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
    }

    @Test
    void theMoreSpecialScopeDecides() {
        station("CS-1", "M");
        station("CS-2", "Other");
        group("G", "CS-1");
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
        states.wanted(tenant, DesiredScope.MODEL, "M", NOW).block();
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
        states.dueAt(Set.of(station), NOW.plusSeconds(10), NOW).block();
        assertThat(states.due(NOW, 1000).collectList().block()).doesNotContain(station);
        assertThat(states.due(NOW.plusSeconds(10), 1000).collectList().block()).contains(station);
        assertThat(Objects.requireNonNull(states.find(station).block()).reset()).isTrue();
        states.ended(station, DesiredState.Step.HOLDS, null, NOW).block();
        assertThat(Objects.requireNonNull(states.find(station).block()).reset()).isFalse();
    }

    @Test
    void whatIsWantedAnewIsDueAtOnceForEachStationOfTheScope() {
        station("CS-1", "M");
        station("CS-2", "M");
        station("CS-3", "Other");
        group("G", "CS-3");
        states.wanted(tenant, DesiredScope.MODEL, "M", NOW).block();
        assertThat(looked("CS-1", "CS-2", "CS-3")).containsExactly("CS-1", "CS-2");
        states.wanted(tenant, DesiredScope.GROUP, "G", NOW).block();
        states.wanted(tenant, DesiredScope.STATION, "CS-9", NOW).block();
        assertThat(looked("CS-1", "CS-2", "CS-3", "CS-9")).containsExactly("CS-1", "CS-2", "CS-3");
    }

    @Test
    void aBootOfAStationOfWhichNothingIsDesiredLeavesNothing() {
        station("CS-1", "M");
        station("CS-2", "Other");
        station("CS-3", "Other");
        station("CS-4", "Other");
        group("G", "CS-3");
        group("Else", "CS-4");
        want(DesiredScope.MODEL, "M", "A=1");
        want(DesiredScope.STATION, "CS-2", "A=1");
        want(DesiredScope.GROUP, "G", "A=1");
        Set<StationKey> booted = Set.copyOf(keys("CS-1", "CS-2", "CS-3", "CS-4"));

        states.dueUnlessUnderWay(booted, NOW, NOW).block();
        assertThat(looked("CS-1", "CS-2", "CS-3", "CS-4")).containsExactly("CS-1", "CS-2", "CS-3");
        run("delete from desired_states where tenant = TENANT");
        states.dueAt(booted, NOW, NOW).block();
        assertThat(looked("CS-1", "CS-2", "CS-3", "CS-4")).containsExactly("CS-1", "CS-2", "CS-3");
    }

    @Test
    void aBootBeginsAnewWhatWasDesiredOnce() {
        station("CS-1", "M");
        states.wanted(tenant, DesiredScope.MODEL, "M", NOW).block();
        states.awaiting(station, DesiredState.Step.READING, UUID.randomUUID(), NOW).block();

        states.dueUnlessUnderWay(Set.of(station), NOW.plusSeconds(9), NOW).block();
        assertThat(state().step()).isEqualTo(DesiredState.Step.READING);

        states.dueAt(Set.of(station), NOW.plusSeconds(9), NOW).block();
        assertThat(state())
                .isEqualTo(
                        new DesiredState(
                                DesiredState.Step.DUE, NOW.plusSeconds(9), null, false, null, NOW));

        states.ended(station, DesiredState.Step.HOLDS, null, NOW).block();
        states.dueUnlessUnderWay(Set.of(station), NOW, NOW).block();
        assertThat(state().step()).isEqualTo(DesiredState.Step.DUE);
    }

    private DesiredState state() {
        return Objects.requireNonNull(states.find(station).block());
    }

    private List<StationKey> keys(String... ids) {
        return Stream.of(ids).map(id -> new StationKey(tenant, id)).toList();
    }

    /** Those of the stations that will be looked at. */
    private List<String> looked(String... ids) {
        return keys(ids).stream()
                .filter(key -> states.find(key).block() != null)
                .map(StationKey::stationId)
                .toList();
    }

    private List<DesiredVariable> all(StationKey of) {
        return Objects.requireNonNull(variables.of(of).collectList().block());
    }
}
