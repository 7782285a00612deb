/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.variable.request.VariableRequests.Outcome;
import io.ohmnibus.station.variable.request.VariableRequests.Result;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresVariableRequestsIT {

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Outcome NONE = new Outcome("NoResult", "nothing", null);

    private final VariableRequests requests;
    private final UUID id = UUID.randomUUID();

    PostgresVariableRequestsIT(TestDatabase database) {
        requests =
                new PostgresVariableRequests(
                        ServiceDatabase.migrate(database, Service.STATION).client());
    }

    private static AttributeId attribute(String variable) {
        return AttributeId.of(
                new VariableId("EVSE", null, 1, null, variable, null), AttributeEnum.ACTUAL);
    }

    private void add(String... variables) {
        requests.add(
                        STATION,
                        new VariableRequest(
                                id,
                                "CS-1",
                                "Get",
                                "me",
                                NOW,
                                null,
                                Stream.of(variables)
                                        .map(name ->
                                                new VariableRequest.Item(
                                                        attribute(name), null, null, null))
                                        .toList()))
                .block();
    }

    private VariableRequest found() {
        return Objects.requireNonNull(requests.find(STATION, id).block());
    }

    @Test
    void resultsOfSeveralMessagesAreJoined() {
        add("A", "B", "C", "D");
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        requests.unsent(id, List.of(3), new Outcome("TooLong", null, null)).block();
        requests.sent(id, first, List.of(0, 1)).block();
        requests.sent(id, second, List.of(2)).block();

        Result ofB = new Result(attribute("b"), new Outcome("Accepted", null, "7"));
        Result ofNobody = new Result(attribute("X"), new Outcome("Accepted", null, "8"));
        assertThat(requests.ended(first, List.of(ofB, ofNobody), NONE, NOW).block()).isNull();
        assertThat(found().endedAt()).isNull();
        Outcome offline = new Outcome("Offline", null, null);
        assertThat(requests.ended(second, List.of(), offline, NOW).block()).isEqualTo(id);
        assertThat(requests.ended(second, List.of(), offline, NOW).block()).isNull();

        assertThat(found().items())
                .extracting(VariableRequest.Item::status)
                .containsExactly("NoResult", "Accepted", "Offline", "TooLong");
        assertThat(found().items().get(1).value()).isEqualTo("7");
        assertThat(found().endedAt()).isEqualTo(NOW);
        assertThat(requests.find(new StationKey("other", "CS-1"), id).block()).isNull();
    }

    @Test
    void aRequestOfWhichNothingIsSentEndsAtOnce() {
        add("A");
        assertThat(requests.close(id, NOW).block()).isFalse();
        requests.unsent(id, List.of(0), new Outcome("TooLong", null, null)).block();
        assertThat(requests.close(id, NOW).block()).isTrue();
        assertThat(requests.close(id, NOW).block()).isFalse();
    }
}
