/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a station is on the way to its desired values.
 *
 * @param requestId the variables that are being read or set, or that were read
 * @param reset whether it was reset on this way; that is done once, so that no station boots for
 *     ever
 */
record DesiredState(
        Step step,
        Instant dueAt,
        @JsonIgnore @Nullable UUID requestId,
        boolean reset,
        @Nullable String reason,
        Instant changedAt) {

    /** What is being done, or how it ended. */
    enum Step {
        /** To be looked at, as soon as the time has come and the station is there. */
        DUE("Due"),
        /** The actual values are read. */
        READING("Reading"),
        /** Some differ, and are to be set. */
        DIFFERS("Differs"),
        /** Those that differ are set. */
        SETTING("Setting"),
        /** The station takes some values only after a reboot: it is reset when idle. */
        RESETTING("Resetting"),
        /** All values hold. */
        HOLDS("Holds"),
        /** Some hold only after a reboot, which was not allowed. */
        REBOOT_REQUIRED("RebootRequired"),
        /** Some do not hold; the reason says which. */
        FAILED("Failed");

        private final String text;

        Step(String text) {
            this.text = text;
        }

        /** The form in REST. */
        @JsonValue
        String text() {
            return text;
        }
    }
}
