/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.h;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static io.ohmnibus.e2e.h.Reserving.becomes;
import static io.ohmnibus.e2e.h.Reserving.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.CancelReservationRequest;
import io.ohmnibus.ocpp.message.CancelReservationResponse;
import io.ohmnibus.ocpp.type.CancelReservationStatusEnum;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code CancelReservationCommand}. */
@UseCase("H02")
class H02CancelReservationScenario {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static void cancel(Station station, int id) {
        rest().delete(Reserving.path(station) + "/" + id).expect(202);
    }

    /** TC_H_17. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("H02.FR.02")
    void theEvseIsFreeAgain(OcppVersion version) {
        try (Station station = accepted(version)) {
            int id = reserve(station, token("Accepted"), ", \"evseId\": 1");
            becomes(station, id, "Active");

            cancel(station, id);

            assertThat(station.expectCall(CancelReservationRequest.class, SOON).reservationId())
                    .isEqualTo(id);
            becomes(station, id, "Cancelled");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(station.evse(1).availability(1))
                                    .isEqualTo(ConnectorStatusEnum.AVAILABLE));
            assertThat(rest().delete(Reserving.path(station) + "/" + id).status()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("H02.FR.01")
    void whatTheStationDoesNotKnowIsOver(OcppVersion version) {
        try (Station station = accepted(version)) {
            int id = reserve(station, token("Accepted"), ", \"evseId\": 1");
            becomes(station, id, "Active");
            station.goOffline();
            cancel(station, id);
            Reserving.eventually(
                    station,
                    id,
                    kept -> {
                        assertThat(kept.path("cancelAnswer").asString()).isEqualTo("Offline");
                        assertThat(kept.path("state").asString()).isEqualTo("Active");
                    });
            station.goOnline();
            station.onCall(
                    CancelReservationRequest.class,
                    _ ->
                            new CancelReservationResponse(
                                    CancelReservationStatusEnum.REJECTED, null, null));
            cancel(station, id);
            Reserving.eventually(
                    station,
                    id,
                    gone -> {
                        assertThat(gone.path("state").asString()).isEqualTo("Removed");
                        assertThat(gone.path("told").asBoolean()).isFalse();
                    });
        }
    }
}
