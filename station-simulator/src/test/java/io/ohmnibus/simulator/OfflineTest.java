/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.ChangeAvailabilityResponse;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionResponse;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChangeAvailabilityStatusEnum;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.simulator.rpc.CallErrorException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OfflineTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final IdToken TOKEN = new IdToken(null, "04A1B2C3", "ISO14443", null);

    private final FakeCsms csms = new FakeCsms(OcppVersion.V2_1);

    @AfterEach
    void everyFrameWasValid() {
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private StationBuilder station() {
        return Station.builder("CS001").url(csms.url());
    }

    private Station charging(StationBuilder builder) {
        var station = builder.start();
        station.boot(BootReasonEnum.POWER_UP);
        station.evse(1).plugIn().authorize(TOKEN);
        station.evse(1).startCharging();
        return station;
    }

    @Test
    void keepsTransactionEventsWhileOfflineAndDeliversThemInOrder() {
        try (var station = charging(station())) {
            station.goOffline();
            station.evse(1).meter(Duration.ofMinutes(1)).meter(Duration.ofMinutes(1)).stop();
            assertThat(csms.requests(TransactionEventRequest.class)).hasSize(3);
            station.goOnline();
            var events = csms.requests(TransactionEventRequest.class);
            assertThat(events)
                    .extracting(TransactionEventRequest::seqNo)
                    .containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(events.subList(0, 3)).allMatch(event -> event.offline() == null);
            assertThat(events.subList(3, 6))
                    .allMatch(event -> Boolean.TRUE.equals(event.offline()));
            assertThat(csms.actions()).contains("Heartbeat");
        }
    }

    @Test
    void repeatsAnEventThatIsNotAccepted() {
        var attempts = new AtomicInteger();
        csms.on(
                TransactionEventRequest.class,
                event -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new OcppException(OcppErrorCode.INTERNAL_ERROR, "not now");
                    }
                    return FakeCsms.accepted(event);
                });
        try (var station = station().messageAttempts(3, Duration.ofMillis(20)).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            station.evse(1).plugIn();
        }
        var calls =
                csms.received().stream()
                        .filter(call -> call.request() instanceof TransactionEventRequest)
                        .toList();
        assertThat(calls)
                .hasSize(3)
                .extracting(Frame.Call::messageId)
                .containsOnly(calls.getFirst().messageId());
        assertThat(calls).extracting(Frame.Call::request).containsOnly(calls.getFirst().request());
    }

    @Test
    void repeatsAnEventThatIsNotAnswered() {
        var attempts = new AtomicInteger();
        csms.on(
                TransactionEventRequest.class,
                event -> attempts.incrementAndGet() == 1 ? null : FakeCsms.accepted(event));
        try (var station =
                station()
                        .messageTimeout(Duration.ofMillis(500))
                        .messageAttempts(3, Duration.ofMillis(20))
                        .start()) {
            station.boot(BootReasonEnum.POWER_UP);
            station.evse(1).plugIn();
        }
        assertThat(csms.requests(TransactionEventRequest.class)).hasSize(2);
    }

    @Test
    void failsWithTheCodeOfTheCallErrorAndTheLastFrames() {
        csms.on(
                HeartbeatRequest.class,
                _ -> {
                    throw new OcppException(OcppErrorCode.SECURITY_ERROR, "boot first");
                });
        try (var station = station().start()) {
            assertThatThrownBy(() -> station.call(new HeartbeatRequest(null)))
                    .isInstanceOfSatisfying(
                            CallErrorException.class,
                            e -> assertThat(e.code()).isEqualTo(OcppErrorCode.SECURITY_ERROR))
                    .hasMessageContaining("boot first")
                    .hasMessageContaining("-> [2,");
        }
    }

    @Test
    void endsTransactionsAndBootsAgainOnAnImmediateReset() {
        try (var station = charging(station())) {
            var reset = new ResetRequest(ResetEnum.IMMEDIATE, null, null);
            assertThat(csms.call(reset, ResetResponse.class).status())
                    .isEqualTo(ResetStatusEnum.ACCEPTED);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> csms.requests(BootNotificationRequest.class).size() == 2);
            station.awaitAccepted(SOON);
        }
        var last = csms.requests(TransactionEventRequest.class).getLast();
        assertThat(last.eventType()).isEqualTo(TransactionEventEnum.ENDED);
        assertThat(last.triggerReason()).isEqualTo(TriggerReasonEnum.RESET_COMMAND);
        assertThat(last.transactionInfo().stoppedReason()).isEqualTo(ReasonEnum.IMMEDIATE_RESET);
        assertThat(csms.requests(BootNotificationRequest.class).getLast().reason())
                .isEqualTo(BootReasonEnum.REMOTE_RESET);
    }

    @Test
    void waitsForTheEndOfTransactionsOnAResetWhenIdle() {
        try (var station = charging(station())) {
            var reset = new ResetRequest(ResetEnum.ON_IDLE, null, null);
            assertThat(csms.call(reset, ResetResponse.class).status())
                    .isEqualTo(ResetStatusEnum.SCHEDULED);
            station.evse(1).stop();
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> csms.requests(BootNotificationRequest.class).size() == 2);
            assertThat(csms.requests(BootNotificationRequest.class).getLast().reason())
                    .isEqualTo(BootReasonEnum.SCHEDULED_RESET);
        }
    }

    @Test
    void schedulesAChangeOfAvailabilityUntilTheTransactionHasEnded() {
        try (var station = charging(station().evses(2))) {
            var change =
                    new ChangeAvailabilityRequest(
                            new EVSE(1, null, null), OperationalStatusEnum.INOPERATIVE, null);
            assertThat(csms.call(change, ChangeAvailabilityResponse.class).status())
                    .isEqualTo(ChangeAvailabilityStatusEnum.SCHEDULED);
            var evse = station.evse(1);
            assertThat(evse.availability(1)).isEqualTo(ConnectorStatusEnum.OCCUPIED);
            evse.stop().unplug();
            assertThat(evse.availability(1)).isEqualTo(ConnectorStatusEnum.UNAVAILABLE);
            assertThat(station.evse(2).availability(1)).isEqualTo(ConnectorStatusEnum.AVAILABLE);
        }
    }

    @Test
    void startsRemotelyWithTheIdOfTheRequest() {
        try (var station = station().start()) {
            station.boot(BootReasonEnum.POWER_UP);
            var request = new RequestStartTransactionRequest(1, null, TOKEN, 42, null, null);
            csms.call(request, RequestStartTransactionResponse.class);
            assertThat(station.expectCall(RequestStartTransactionRequest.class, SOON))
                    .isEqualTo(request);
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> csms.requests(TransactionEventRequest.class).size() == 1);
        }
        var event = csms.requests(TransactionEventRequest.class).getFirst();
        assertThat(event.triggerReason()).isEqualTo(TriggerReasonEnum.REMOTE_START);
        assertThat(event.transactionInfo().remoteStartId()).isEqualTo(42);
        assertThat(event.idToken()).isEqualTo(TOKEN);
    }

    @Test
    void sendsTextAsItIsAndReturnsTheAnswer() {
        try (var station = station().start()) {
            assertThat(station.raw("[2,\"r1\",\"Heartbeat\",{}]")).startsWith("[3,\"r1\",");
        }
    }
}
