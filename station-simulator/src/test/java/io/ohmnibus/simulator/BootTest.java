/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetBaseReportResponse;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionResponse;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.ocpp.type.RequestStartStopStatusEnum;
import io.ohmnibus.ocpp.type.TriggerMessageStatusEnum;
import io.ohmnibus.simulator.rpc.ConnectFailedException;
import io.ohmnibus.simulator.rpc.NoAnswerException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BootTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private FakeCsms csms = new FakeCsms(OcppVersion.V2_1);

    @AfterEach
    void everyFrameWasValid() {
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private StationBuilder station() {
        return Station.builder("CS001").url(csms.url()).connectTimeout(Duration.ofSeconds(2));
    }

    @Test
    void keepsTryingToConnectUntilTheCsmsIsThere() {
        int port = csms.port();
        csms.close();
        try (var station =
                station().retryBackOff(Duration.ofMillis(20), Duration.ofMillis(10), 2).powerUp()) {
            assertThatThrownBy(() -> station.awaitAccepted(Duration.ofMillis(200)))
                    .isInstanceOf(NoAnswerException.class);
            csms = new FakeCsms(OcppVersion.V2_1, port);
            station.awaitAccepted(SOON);
        }
    }

    @Test
    void tellsThatTheCsmsCannotBeReached() {
        csms.close();
        assertThatThrownBy(() -> station().start())
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("Cannot connect to ws://localhost");
    }

    @Test
    void tellsTheHttpStatusThatRefusesTheHandshake() {
        assertThatThrownBy(() -> station().url(csms.url().replace("ocpp", "nothing")).start())
                .isInstanceOfSatisfying(
                        ConnectFailedException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    @Test
    void sendsNothingElseWhilePendingAndBootsAgainAfterTheInterval() {
        var boots = new AtomicInteger();
        csms.on(
                BootNotificationRequest.class,
                _ ->
                        boots.incrementAndGet() == 1
                                ? FakeCsms.boot(RegistrationStatusEnum.PENDING, 1)
                                : FakeCsms.boot(RegistrationStatusEnum.ACCEPTED, 300));
        try (var station = station().start()) {
            assertThat(station.boot(BootReasonEnum.POWER_UP).status())
                    .isEqualTo(RegistrationStatusEnum.PENDING);
            assertThat(csms.actions()).containsExactly("BootNotification");
            var remote =
                    csms.call(
                            new RequestStartTransactionRequest(
                                    null,
                                    null,
                                    new IdToken(null, "A", "Local", null),
                                    1,
                                    null,
                                    null),
                            RequestStartTransactionResponse.class);
            assertThat(remote.status()).isEqualTo(RequestStartStopStatusEnum.REJECTED);
            station.awaitAccepted(SOON);
            station.settle();
            assertThat(csms.actions())
                    .containsExactly("BootNotification", "BootNotification", "NotifyEvent");
        }
    }

    @Test
    void bootsAtOnceWhenTheCsmsTriggersItWhilePending() {
        var boots = new AtomicInteger();
        csms.on(
                BootNotificationRequest.class,
                _ ->
                        boots.incrementAndGet() == 1
                                ? FakeCsms.boot(RegistrationStatusEnum.PENDING, 3600)
                                : FakeCsms.boot(RegistrationStatusEnum.ACCEPTED, 300));
        try (var station = station().start()) {
            station.boot(BootReasonEnum.POWER_UP);
            var trigger =
                    new TriggerMessageRequest(
                            null, MessageTriggerEnum.BOOT_NOTIFICATION, null, null);
            assertThat(csms.call(trigger, TriggerMessageResponse.class).status())
                    .isEqualTo(TriggerMessageStatusEnum.ACCEPTED);
            station.awaitAccepted(SOON);
            assertThat(csms.requests(BootNotificationRequest.class).getLast().reason())
                    .isEqualTo(BootReasonEnum.TRIGGERED);
            assertThat(csms.call(trigger, TriggerMessageResponse.class).status())
                    .isEqualTo(TriggerMessageStatusEnum.REJECTED);
        }
    }

    @Test
    void answersWithSecurityErrorWhileRejected() {
        csms.on(
                BootNotificationRequest.class,
                _ -> FakeCsms.boot(RegistrationStatusEnum.REJECTED, 3600));
        try (var station = station().start()) {
            station.boot(BootReasonEnum.POWER_UP);
            var answer = csms.ask(new GetBaseReportRequest(1, ReportBaseEnum.FULL_INVENTORY, null));
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Frame.CallError.class,
                            e ->
                                    assertThat(e.error().code())
                                            .isEqualTo(OcppErrorCode.SECURITY_ERROR));
        }
    }

    @Test
    void sendsHeartbeatsAtTheIntervalOfTheBoot() {
        csms.on(
                BootNotificationRequest.class,
                _ -> FakeCsms.boot(RegistrationStatusEnum.ACCEPTED, 1));
        try (var station = station().start()) {
            station.boot(BootReasonEnum.POWER_UP);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> csms.requests(HeartbeatRequest.class).size() >= 2);
        }
    }

    @Test
    void reconnectsWithoutBootingAgain() {
        try (var station =
                station().retryBackOff(Duration.ofMillis(20), Duration.ZERO, 2).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            csms.dropConnection();
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> csms.actions().getLast().equals("Heartbeat"));
            assertThat(csms.requests(BootNotificationRequest.class)).hasSize(1);
        }
    }

    @Test
    void reportsTheDeviceModelInPartsThatAreCountedFrom0() {
        try (var station = station().reportLinesPerMessage(10).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            var answer =
                    csms.call(
                            new GetBaseReportRequest(7, ReportBaseEnum.FULL_INVENTORY, null),
                            GetBaseReportResponse.class);
            assertThat(answer.status()).isEqualTo(GenericDeviceModelStatusEnum.ACCEPTED);
            Awaitility.await().atMost(SOON).until(() -> Reports.last(csms).isPresent());
            var parts = Reports.all(csms);
            assertThat(parts).hasSizeGreaterThan(5);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i).seqNo()).isEqualTo(i);
                assertThat(parts.get(i).requestId()).isEqualTo(7);
                assertThat(parts.get(i).tbc()).isEqualTo(i < parts.size() - 1);
            }
        }
    }
}
