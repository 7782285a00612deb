/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import java.util.Locale;
import org.springframework.web.reactive.socket.CloseStatus;

/** For what a station is closed. */
enum Fault {
    SLOW_READER(CloseStatus.POLICY_VIOLATION, "the station does not read"),
    FLOOD(CloseStatus.POLICY_VIOLATION, "too many messages"),
    MALFORMED(CloseStatus.POLICY_VIOLATION, "too many malformed messages"),

    OTHER_SERIAL_NUMBER(
            CloseStatus.POLICY_VIOLATION, "another serialNumber than in its certificate"),

    /** Not its fault perhaps, so it may come back at once. */
    UNANSWERED(CloseStatus.GOING_AWAY, "our CALLs are not answered");

    private final CloseStatus status;
    private final String reason;

    Fault(CloseStatus status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    CloseStatus status() {
        return status;
    }

    String reason() {
        return reason;
    }

    /** As metrics call it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
