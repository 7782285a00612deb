/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.transaction.remote.RemoteRequests.Followed;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What became of a request: the real events count more than the answer. */
enum RemoteOutcome {
    /** Not answered yet. */
    PENDING("Pending"),
    /** Answered with yes, or not answered in time; what should follow is awaited. */
    AWAITED("Awaited"),
    /** It happened. Where no event tells, the station's word must do. */
    DONE("Done"),
    /** Answered with yes, and nothing followed. */
    NO_EFFECT("NoEffect"),
    /** Not answered in time, and nothing followed. */
    UNKNOWN("Unknown"),
    /** The station would not, could not, or was not connected. */
    REFUSED("Refused");

    private static final Set<String> YES = Set.of("Accepted", "Unlocked");
    private static final Set<String> SEEN_MESSAGES =
            Set.of(
                    "TransactionEvent",
                    "MeterValues",
                    "BootNotification",
                    "StatusNotification",
                    "LogStatusNotification",
                    "FirmwareStatusNotification",
                    "PublishFirmwareStatusNotification",
                    "SignChargingStationCertificate",
                    "SignV2GCertificate",
                    "SignV2G20Certificate",
                    "SignCombinedCertificate");

    private final String text;

    RemoteOutcome(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static RemoteOutcome of(Followed followed, Instant now, Duration effectWithin) {
        String status = followed.status();
        if (followed.effect() != null) {
            return DONE;
        }
        if (status == null) {
            return PENDING;
        }
        boolean yes = YES.contains(status);
        if (!yes && !status.equals("TimedOut")) {
            return REFUSED;
        }
        if (!shows(followed.request())) {
            return yes ? DONE : UNKNOWN;
        }
        if (followed.requestedAt().plus(effectWithin).isAfter(now)) {
            return AWAITED;
        }
        return yes ? NO_EFFECT : UNKNOWN;
    }

    /** Whether this service sees what follows. */
    private static boolean shows(RemoteRequest request) {
        return switch (request.action()) {
            case "RequestStartTransaction", "RequestStopTransaction" -> true;
            case "TriggerMessage" ->
                    request.message() != null && SEEN_MESSAGES.contains(request.message());
            default -> false;
        };
    }
}
