/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** BootNotification: accepted, pending and rejected by the operator's policy. */
@UseCase({"B01", "B02", "B03"})
class B01ColdBootScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B01.FR.01", "B01.FR.02"})
    void aStationIsAcceptedAndShownOnline(OcppVersion version) {
        try (Station station = station(version).start()) {
            var answer = station.boot(BootReasonEnum.POWER_UP);

            assertThat(answer.status()).isEqualTo(RegistrationStatusEnum.ACCEPTED);
            assertThat(answer.interval()).isPositive();
            assertThat(Duration.between(answer.currentTime(), Instant.now()).abs())
                    .isLessThan(Duration.ofSeconds(10));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> {
                        var shown = rest().get("station/stations/" + station.id());
                        var body = shown.expect(200);
                        assertThat(body.path("online").asBoolean()).isTrue();
                        assertThat(body.at("/boot/reason").asString()).isEqualTo("PowerUp");
                        assertThat(body.at("/connection/ocppVersion").asString())
                                .isEqualTo(version.subprotocol());
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B02.FR.09")
    void whilePendingOtherCallsAreRefused(OcppVersion version) {
        try (Station station = station(version, "Pending").start()) {
            assertThat(station.boot(BootReasonEnum.POWER_UP).status())
                    .isEqualTo(RegistrationStatusEnum.PENDING);
            assertThatThrownBy(() -> station.call(transfer()))
                    .hasMessageContaining("SecurityError");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B03.FR.07")
    void whileRejectedOtherCallsAreRefused(OcppVersion version) {
        try (Station station = station(version, "Rejected").start()) {
            assertThat(station.boot(BootReasonEnum.POWER_UP).status())
                    .isEqualTo(RegistrationStatusEnum.REJECTED);
            assertThatThrownBy(() -> station.call(transfer()))
                    .hasMessageContaining("SecurityError");
        }
    }

    private static DataTransferRequest transfer() {
        return new DataTransferRequest(null, null, "io.example", null);
    }
}
