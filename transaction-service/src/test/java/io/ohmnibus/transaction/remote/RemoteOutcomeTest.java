/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import static io.ohmnibus.transaction.remote.FakeRemoteRequests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.transaction.remote.RemoteRequests.Effect;
import io.ohmnibus.transaction.remote.RemoteRequests.Followed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RemoteOutcomeTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @ParameterizedTest
    @CsvSource({
        "RequestStartTransaction, , , false, 1, PENDING",
        "RequestStartTransaction, , Accepted, false, 1, AWAITED",
        "RequestStartTransaction, , Accepted, false, 11, NO_EFFECT",
        "RequestStartTransaction, , Accepted, true, 11, DONE",
        "RequestStartTransaction, , TimedOut, false, 1, AWAITED",
        "RequestStartTransaction, , TimedOut, false, 11, UNKNOWN",
        "RequestStartTransaction, , TimedOut, true, 11, DONE",
        "RequestStopTransaction, , Rejected, false, 1, REFUSED",
        "RequestStopTransaction, , Rejected, true, 1, DONE",
        "RequestStopTransaction, , Offline, false, 1, REFUSED",
        "UnlockConnector, , Unlocked, false, 1, DONE",
        "UnlockConnector, , UnlockFailed, false, 1, REFUSED",
        "UnlockConnector, , TimedOut, false, 1, UNKNOWN",
        "TriggerMessage, MeterValues, Accepted, false, 1, AWAITED",
        "TriggerMessage, MeterValues, Accepted, false, 11, NO_EFFECT",
        "TriggerMessage, StatusNotification, Accepted, false, 1, AWAITED",
        "TriggerMessage, LogStatusNotification, Accepted, true, 1, DONE",
        "TriggerMessage, FirmwareStatusNotification, Accepted, false, 11, NO_EFFECT",
        "TriggerMessage, PublishFirmwareStatusNotification, TimedOut, false, 11, UNKNOWN",
        "TriggerMessage, SignChargingStationCertificate, Accepted, false, 1, AWAITED",
        "TriggerMessage, SignCombinedCertificate, Accepted, false, 11, NO_EFFECT",
        "TriggerMessage, SignV2G20Certificate, Accepted, true, 11, DONE",
        "TriggerMessage, CustomTrigger, Accepted, false, 1, DONE",
        "TriggerMessage, Heartbeat, Accepted, false, 1, DONE",
        "TriggerMessage, Heartbeat, NotImplemented, false, 1, REFUSED"
    })
    void realEventsCountMoreThanTheAnswer(
            String action,
            @Nullable String message,
            @Nullable String status,
            boolean happened,
            int minutes,
            RemoteOutcome expected) {
        var followed =
                new Followed(
                        1,
                        new RemoteRequest(
                                action, null, null, null, null, message, null, null, null),
                        NOW,
                        status,
                        null,
                        happened ? new Effect(NOW, "tx", "Ongoing", null) : null);
        assertThat(RemoteOutcome.of(followed, NOW.plus(Duration.ofMinutes(minutes)), LIMIT))
                .isEqualTo(expected);
    }
}
