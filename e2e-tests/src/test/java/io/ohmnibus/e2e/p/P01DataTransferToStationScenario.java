/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.p;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The command endpoint passes a vendor's message to a station, and its answer back; {@code
 * DataTransferCommand} remembers which the station knows.
 */
@UseCase("P01")
class P01DataTransferToStationScenario {

    private static final String MESSAGE =
            """
            {"vendorId": "io.example", "messageId": "light", "data": {"on": true, "level": 0.10}}
            """;

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("P01.FR.01")
    void theStationsAnswerComesBackWithItsData(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.onCall(
                    DataTransferRequest.class,
                    request ->
                            new DataTransferResponse(
                                    DataTransferStatusEnum.ACCEPTED, null, request.data(), null));
            var answer = rest().command("station", station.id(), "DataTransfer", MESSAGE);

            assertThat(answer.at("/response/status").asString()).isEqualTo("Accepted");
            assertThat(answer.at("/response/data/on").asBoolean()).isTrue();
            var got = station.expectCall(DataTransferRequest.class, Duration.ofSeconds(10));
            assertThat(got.messageId()).isEqualTo("light");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStationThatDoesNotKnowTheVendorSaysSo(OcppVersion version) {
        try (Station station = accepted(version)) {
            var answer = rest().command("station", station.id(), "DataTransfer", MESSAGE);

            assertThat(answer.at("/response/status").asString()).isEqualTo("UnknownVendorId");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"P01.FR.05", "P01.FR.06"})
    void whatTheStationKnowsIsRemembered(OcppVersion version) {
        try (Station station = accepted(version)) {
            rest().command("station", station.id(), "DataTransfer", MESSAGE);
            rest().eventually(
                            "station/stations/" + station.id() + "/vendor-messages",
                            found -> {
                                var seen = found.path("items");
                                assertThat(seen).hasSize(1);
                                assertThat(seen.at("/0/direction").asString())
                                        .isEqualTo("ToStation");
                                assertThat(seen.at("/0/vendorId").asString())
                                        .isEqualTo("io.example");
                                assertThat(seen.at("/0/lastStatus").asString())
                                        .isEqualTo("UnknownVendorId");
                            });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void customDataPassesBothWays(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.onCall(
                    DataTransferRequest.class,
                    request ->
                            new DataTransferResponse(
                                    DataTransferStatusEnum.ACCEPTED,
                                    null,
                                    null,
                                    request.customData()));
            String json =
                    """
                    {"vendorId": "io.example",
                     "customData": {"vendorId": "io.example", "depth": {"of": [1, 0.25, null]}}}
                    """;
            var answer = rest().command("station", station.id(), "DataTransfer", json);

            assertThat(answer.at("/response/customData/depth/of").toString())
                    .isEqualTo("[1,0.25,null]");
        }
    }
}
