/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.started;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code BootNotificationHandler} rejects a station: it is neither heard nor spoken to. */
@UseCase("B03")
class B03RejectedScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("SecurityError")
    @Requirement({"B03.FR.06", "B03.FR.07"})
    void whileRejectedItsOtherCallsAreRefused(OcppVersion version) {
        try (Station station = started(station(version, "Rejected"))) {
            var answer = station.boot(BootReasonEnum.POWER_UP);

            assertThat(answer.status()).isEqualTo(RegistrationStatusEnum.REJECTED);
            assertThat(answer.interval()).isPositive();
            Refusal.of(
                    () -> station.call(new DataTransferRequest(null, null, "io.example", null)),
                    "SecurityError");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B03.FR.03")
    void whileRejectedItGetsNoMessage(OcppVersion version) {
        try (Station station = started(station(version, "Rejected"))) {
            station.boot(BootReasonEnum.POWER_UP);

            var reset = rest().command("station", station.id(), "Reset", "{\"type\": \"OnIdle\"}");

            assertThat(reset.path("status").asString()).isEqualTo("Refused");
            assertThat(station.frames()).noneMatch(frame -> frame.text().contains("Reset"));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B01.FR.02")
    void onceTheOperatorAcceptsItItsNextBootIsAccepted(OcppVersion version) {
        try (Station station = started(station(version, "Rejected"))) {
            station.boot(BootReasonEnum.POWER_UP);
            rest().patch(
                            "station/stations/" + station.id(),
                            "{\"bootPolicy\": {\"status\": \"Accepted\", \"interval\": \"PT77S\"}}")
                    .expect(200);

            var answer = station.boot(BootReasonEnum.POWER_UP);

            assertThat(answer.status()).isEqualTo(RegistrationStatusEnum.ACCEPTED);
            assertThat(answer.interval()).isEqualTo(77);
            station.call(new DataTransferRequest(null, null, "io.example", null));
        }
    }
}
