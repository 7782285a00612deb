/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.p;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code DataTransferHandler} with {@code EchoHandler}, and frames that are none. */
@UseCase("P02")
class P02DataTransferScenario {

    /** TC_P_02. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("P02.FR.06")
    void anUnknownVendorIsNamedAsSuch(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (Object data : new Object[] {"text", 1.5, true, Map.of("a", 1)}) {
                var answer = station.call(new DataTransferRequest("m", data, "io.example", null));
                assertThat(answer.status()).isEqualTo(DataTransferStatusEnum.UNKNOWN_VENDOR_ID);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors({"NotImplemented", "OccurrenceConstraintViolation"})
    void aWrongFrameGetsThePreciseCodeAndTheConnectionLives(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(station.raw("[2,\"m1\",\"NoSuchAction\",{}]")).contains("NotImplemented");
            assertThat(station.raw("[2,\"m2\",\"DataTransfer\",{}]"))
                    .contains("OccurrenceConstraintViolation");
            assertThat(station.raw("[2,\"m3\",\"Heartbeat\",{}]")).contains("currentTime");
        }
    }

    /** TC_P_02. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"P02.FR.07", "P02.FR.08"})
    void aKnownVendorHasItsMessages(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (String message : new String[] {"Shout", "echo", null}) {
                var answer =
                        station.call(new DataTransferRequest(message, "text", "io.ohmnibus", null));
                assertThat(answer.status()).isEqualTo(DataTransferStatusEnum.UNKNOWN_MESSAGE_ID);
            }
            Object data = Map.of("a", "text");
            var custom = new CustomData("io.example", Map.of("b", true));
            var answer = station.call(new DataTransferRequest("Echo", data, "io.ohmnibus", custom));
            assertThat(answer.status()).isEqualTo(DataTransferStatusEnum.ACCEPTED);
            assertThat(answer.data()).isEqualTo(data);
            assertThat(answer.customData()).isEqualTo(custom);
            var seen =
                    rest().get("station/stations/" + station.id() + "/vendor-messages")
                            .expect(200)
                            .path("items");
            assertThat(seen)
                    .extracting(one -> one.path("lastStatus").asString())
                    .containsExactly(
                            "UnknownMessageId", "Accepted", "UnknownMessageId", "UnknownMessageId");
        }
    }

    /** TC_P_03. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void customDataIsTakenWhereverItStands(OcppVersion version) {
        try (Station station = accepted(version)) {
            var custom = new CustomData("io.example", Map.of("note", List.of("deep", 1)));
            station.call(
                    new StatusNotificationRequest(
                            station.now(), ConnectorStatusEnum.AVAILABLE, 1, 1, custom));
            String id = UUID.randomUUID().toString();
            station.call(
                    new TransactionEventRequest(
                            null,
                            TransactionEventEnum.STARTED,
                            null,
                            station.now(),
                            TriggerReasonEnum.CABLE_PLUGGED_IN,
                            0,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            new Transaction(id, null, null, null, null, null, null, null, custom),
                            new EVSE(1, 1, null),
                            null,
                            custom));
            rest().eventually(
                            "transaction/transactions/" + station.id() + "/" + id + "/events",
                            found -> assertThat(found.toString()).contains("deep"));
        }
    }
}
