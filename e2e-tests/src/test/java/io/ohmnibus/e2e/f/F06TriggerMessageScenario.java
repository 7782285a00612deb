/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.f;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.FirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.LogStatusNotificationRequest;
import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.PublishFirmwareStatusNotificationRequest;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.FirmwareStatusEnum;
import io.ohmnibus.ocpp.type.PublishFirmwareStatusEnum;
import io.ohmnibus.ocpp.type.TriggerMessageStatusEnum;
import io.ohmnibus.ocpp.type.UploadLogStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.AvailabilityReports;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code TriggerMessageCommand}: the message that comes is the outcome. */
@UseCase("F06")
class F06TriggerMessageScenario {

    private static String trigger(Station station, String message, String more) {
        return Remote.command(station, "TriggerMessage", json(message, more));
    }

    private static String json(String message, String more) {
        return "{\"requestedMessage\": \"%s\"%s}".formatted(message, more);
    }

    /** The station says yes, and sends nothing. */
    private static void promises(Station station) {
        station.onCall(
                TriggerMessageRequest.class,
                _ -> new TriggerMessageResponse(TriggerMessageStatusEnum.ACCEPTED, null, null));
    }

    private static <M extends Message> void comes(Station station, Class<M> type, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> station.sent(type).size() == count);
    }

    /** TC_F_11 and TC_F_12. */
    @ParameterizedTest
    @CsvSource({
        "V2_1, ', \"evse\": {\"id\": 2}', 1",
        "V2_1, '', 2",
        "V2_0_1, ', \"evse\": {\"id\": 2}', 1",
        "V2_0_1, '', 2"
    })
    @Requirement({"F06.FR.01", "F06.FR.02", "F06.FR.06", "F06.FR.11"})
    void meterValuesOfOneEvseOrOfAll(OcppVersion version, String evse, int count) {
        try (Station station = accepted(station(version).evses(2))) {
            assertThat(trigger(station, "MeterValues", evse)).isEqualTo("Accepted");
            Remote.becomes(station, "Done");
            comes(station, MeterValuesRequest.class, count);
        }
    }

    /** TC_F_13 and TC_F_14. */
    @ParameterizedTest
    @CsvSource({
        "V2_1, ', \"evse\": {\"id\": 1}'",
        "V2_1, ''",
        "V2_0_1, ', \"evse\": {\"id\": 1}'",
        "V2_0_1, ''"
    })
    @Requirement("F06.FR.07")
    void aTransactionEventOfOneEvseOrOfAll(OcppVersion version, String evse) {
        try (Station station = accepted(version)) {
            station.evse(1).plugIn().authorize(token("Accepted"));
            int before = station.sent(TransactionEventRequest.class).size();
            assertThat(trigger(station, "TransactionEvent", evse)).isEqualTo("Accepted");
            Remote.becomes(station, "Done");
            comes(station, TransactionEventRequest.class, before + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("F06.FR.10")
    void aMessageThatDoesNotComeIsAwaited(OcppVersion version) {
        try (Station station = accepted(version)) {
            promises(station);
            assertThat(trigger(station, "MeterValues", "")).isEqualTo("Accepted");
            Remote.becomes(station, "Awaited");
        }
    }

    /** TC_F_20: the gateway answers it, nobody else sees it. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("F06.FR.05")
    void aHeartbeatIsTheStationsWord(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(trigger(station, "Heartbeat", "")).isEqualTo("Accepted");
            Remote.becomes(station, "Done");
            comes(station, HeartbeatRequest.class, 1);
        }
    }

    /** TC_F_23 and TC_F_24. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F06.FR.05", "F06.FR.13"})
    void theStatusOfAConnectorComes(OcppVersion version) {
        try (Station station = accepted(station(version).availability(AvailabilityReports.NONE))) {
            String connector = ", \"evse\": {\"id\": 1, \"connectorId\": 1}";
            assertThat(trigger(station, "StatusNotification", connector)).isEqualTo("Accepted");
            Remote.becomes(station, "Done");
            comes(station, StatusNotificationRequest.class, 1);
            station.evse(1).plugIn();
            assertThat(trigger(station, "StatusNotification", connector)).isEqualTo("Accepted");
            comes(station, StatusNotificationRequest.class, 2);
            assertThat(station.sent(StatusNotificationRequest.class).getLast().connectorStatus())
                    .hasToString("OCCUPIED");
        }
    }

    /** TC_F_15 and TC_F_18; who answers these messages does not matter here. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("NotSupported") // until firmware-service has a memory of them
    @Requirement({"F06.FR.05", "F06.FR.15", "F06.FR.16"})
    void theMessageThatWasAskedForIsTheOutcome(OcppVersion version) {
        try (Station station = accepted(version)) {
            promises(station);
            follows(
                    station,
                    "LogStatusNotification",
                    new LogStatusNotificationRequest(UploadLogStatusEnum.IDLE, null, null, null));
            follows(
                    station,
                    "FirmwareStatusNotification",
                    new FirmwareStatusNotificationRequest(
                            FirmwareStatusEnum.IDLE, null, null, null));
            follows(
                    station,
                    "PublishFirmwareStatusNotification",
                    new PublishFirmwareStatusNotificationRequest(
                            PublishFirmwareStatusEnum.IDLE, null, null, null, null));
        }
    }

    /** auth-service refuses what is no signing request, but it came. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F06.FR.05", "F06.FR.10", "A02.FR.12"})
    void soIsASigningRequest(OcppVersion version) {
        try (Station station = accepted(version)) {
            promises(station);
            follows(
                    station,
                    "SignChargingStationCertificate",
                    new SignCertificateRequest(
                            "none",
                            CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE,
                            null,
                            null,
                            null));
            follows(
                    station,
                    "SignCombinedCertificate",
                    new SignCertificateRequest("none", null, null, null, null));
        }
    }

    private static void follows(Station station, String message, Request<?> sent) {
        assertThat(trigger(station, message, "")).isEqualTo("Accepted");
        Remote.becomes(station, "Awaited");
        var _ = catchThrowable(() -> station.call(sent));
        Remote.becomes(station, "Done");
    }

    /** TC_F_27. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F06.FR.08", "F06.FR.17"})
    void whatTheStationDoesNotSendIsTold(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(trigger(station, "PublishFirmwareStatusNotification", ""))
                    .isEqualTo("NotImplemented");
            Remote.becomes(station, "Refused");
            assertThat(trigger(station, "BootNotification", "")).isEqualTo("Rejected");
            Remote.becomes(station, "Refused");
        }
    }

    /** TC_F_100. */
    @Test
    @Requirement({"F06.FR.18", "F06.FR.19", "F06.FR.20"})
    void aCustomTriggerIsPassedOn() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            String more = ", \"customTrigger\": \"VendorReport\"";
            assertThat(trigger(station, "CustomTrigger", more)).isEqualTo("NotImplemented");
            var asked = station.expectCall(TriggerMessageRequest.class, Duration.ofSeconds(20));
            assertThat(asked.customTrigger()).isEqualTo("VendorReport");
            promises(station);
            assertThat(trigger(station, "CustomTrigger", more)).isEqualTo("Accepted");
            Remote.becomes(station, "Done");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F06.FR.02", "F06.FR.13", "F06.FR.20"})
    void whatMakesNoSenseIsNotSent(OcppVersion version) {
        try (Station station = accepted(version)) {
            refused(station, "StatusNotification", ", \"evse\": {\"id\": 1}", "F06.FR.13");
            refused(station, "MeterValues", ", \"evse\": {\"id\": 0}", "F06.FR.02");
            refused(station, "CustomTrigger", "", "F06.FR.20");
            refused(station, "Heartbeat", ", \"customTrigger\": \"x\"", "F06.FR.20");
        }
    }

    private static void refused(Station station, String message, String more, String requirement) {
        assertThat(Remote.refused(station, "TriggerMessage", json(message, more)))
                .contains(requirement);
    }
}
