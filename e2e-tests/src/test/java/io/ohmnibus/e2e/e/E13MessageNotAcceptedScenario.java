/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.started;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code TransactionEventHandler}: an event that was refused leaves nothing behind, and is taken
 * when it is sent again.
 */
@UseCase("E13")
class E13MessageNotAcceptedScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("SecurityError")
    @Requirement("E13.FR.01")
    void anEventThatCameTooEarlyIsTakenOnceItsStationIsAccepted(OcppVersion version) {
        try (Station station = started(station(version, "Pending"))) {
            station.boot(BootReasonEnum.POWER_UP);
            TransactionOf transaction = TransactionOf.at(station);
            var event = transaction.started(0, null);
            assertThatThrownBy(() -> station.call(event)).hasMessageContaining("SecurityError");
            assertThat(
                            rest().get(
                                            "transaction/transactions/%s/%s"
                                                    .formatted(station.id(), transaction.id()))
                                    .status())
                    .isEqualTo(404);

            rest().patch(
                            "station/stations/" + station.id(),
                            "{\"bootPolicy\": {\"status\": \"Accepted\"}}")
                    .expect(200);
            station.boot(BootReasonEnum.POWER_UP);
            station.call(event);
            station.call(event);

            assertThat(TransactionOf.texts(transaction.shown().path("seqNos")))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors({"OccurrenceConstraintViolation", "PropertyConstraintViolation"})
    void anEventThatIsNoneIsNamedAndTheNextOneIsTaken(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            assertThat(station.raw("[2,\"e13-1\",\"TransactionEvent\",{\"seqNo\":0}]"))
                    .contains("OccurrenceConstraintViolation");
            assertThat(
                            station.raw(
                                    """
                                    [2,"e13-2","TransactionEvent",{"eventType":"Started",\
                                    "timestamp":"2026-01-01T00:00:00Z","seqNo":0,\
                                    "triggerReason":"CablePluggedIn",\
                                    "transactionInfo":{"transactionId":"A\\u0000B"}}]\
                                    """))
                    .contains("PropertyConstraintViolation");

            station.call(transaction.started(0, null));
            assertThat(transaction.shown().path("state").asString()).isEqualTo("Ongoing");
        }
    }
}
