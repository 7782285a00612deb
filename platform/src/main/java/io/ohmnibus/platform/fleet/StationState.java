/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What became of a station in a campaign. */
enum StationState {
    /** Its turn has not come. */
    PLANNED("Planned"),
    /** Its command is on its way; no outcome yet. */
    SENT("Sent"),
    /** The station does what it was asked for. */
    SUCCEEDED("Succeeded"),
    /** The station answered, and does not do it. */
    REJECTED("Rejected", true),
    /** A CALLERROR came back, or the gateway could not send it to such a station. */
    REFUSED("Refused", true),
    /** No answer came in time. */
    TIMED_OUT("TimedOut", true),
    /** The station was not connected; says nothing about the campaign, so it is no failure. */
    OFFLINE("Offline"),
    /** A rule of the specification kept the command from being sent to this station. */
    NOT_SENT("NotSent", true),
    /** The campaign was cancelled before its turn came. */
    CANCELLED("Cancelled");

    private final String text;
    private final boolean failure;

    StationState(String text) {
        this(text, false);
    }

    StationState(String text, boolean failure) {
        this.text = text;
        this.failure = failure;
    }

    /** The form in the database and in REST. */
    @JsonValue
    String text() {
        return text;
    }

    /** Whether it counts for the failure rate. */
    boolean failure() {
        return failure;
    }

    /** Whether an outcome is still to come. */
    boolean open() {
        return this == PLANNED || this == SENT;
    }

    static Optional<StationState> find(String text) {
        return Arrays.stream(values()).filter(state -> state.text.equals(text)).findAny();
    }

    static StationState of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException(text));
    }
}
