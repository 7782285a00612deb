/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.a;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code SecurityEventNotificationHandler}: what a station saw is kept, and confirmed. */
@UseCase("A04")
class A04SecurityEventNotificationScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("A04.FR.03")
    void anEventIsConfirmedAndShownWithBothTimes(OcppVersion version) {
        try (Station station = accepted(version)) {
            var happened = station.now().minus(Duration.ofHours(3)); // queued while offline
            station.call(
                    new SecurityEventNotificationRequest(
                            "TamperDetectionActivated", happened, "door 2", null));

            JsonNode shown = events(station, "TamperDetectionActivated");
            assertThat(shown).hasSize(1);
            assertThat(shown.at("/0/techInfo").asString()).isEqualTo("door 2");
            assertThat(shown.at("/0/occurredAt").asString())
                    .isLessThan(shown.at("/0/receivedAt").asString());
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aRepetitionIsConfirmedAgainAndCountsOnce(OcppVersion version) {
        try (Station station = accepted(version)) {
            var event =
                    new SecurityEventNotificationRequest(
                            "SettingSystemTime", station.now(), null, null);
            station.call("a04-" + station.id(), event);
            station.call("a04-" + station.id(), event);

            assertThat(events(station, "SettingSystemTime")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("OccurrenceConstraintViolation")
    void theCriticalOnesAreFoundAndAWrongFilterOrAnEventWithoutATimeIsRefused(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.security().report("TamperDetectionActivated", "lid <script>"); // A36
            station.security().report("InvalidMessages", null);

            var critical =
                    rest().get("auth/security-events?critical=true&stationId=" + station.id())
                            .expect(200)
                            .path("items");
            assertThat(critical).hasSize(1);
            assertThat(critical.at("/0/techInfo").asString()).isEqualTo("lid <script>");
            rest().get("auth/security-events?from=yesterday").expect(400);
            rest().get("auth/security-events?critical=perhaps").expect(400);
            assertThat(station.raw("[2,\"s1\",\"SecurityEventNotification\",{\"type\":\"X\"}]"))
                    .contains("OccurrenceConstraintViolation");
        }
    }

    private static JsonNode events(Station station, String type) {
        return rest().get("auth/security-events?stationId=" + station.id() + "&type=" + type)
                .expect(200)
                .path("items");
    }
}
