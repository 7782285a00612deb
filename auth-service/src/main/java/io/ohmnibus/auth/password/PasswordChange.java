/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.password;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the password of a station; the password is not in it.
 *
 * @param reason why it ended as it did, or what it waits for; in the words of the station where it
 *     gave any
 * @param deadline until when the station may take it
 * @param answeredAt when the command ended; null while it is under way
 * @param endedAt null while both passwords are accepted
 */
public record PasswordChange(
        UUID id,
        String stationId,
        Status status,
        @Nullable String reason,
        String requestedBy,
        Instant requestedAt,
        Instant deadline,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {

    /** How far it is. */
    public enum Status {
        /** The station has not answered. */
        PENDING("Pending"),
        /** No answer tells whether the station has it; its next connection will. */
        UNCONFIRMED("Unconfirmed"),
        /** The station has it, and uses it after a reboot. */
        REBOOT_REQUIRED("RebootRequired"),
        /** The station uses it, the old one is worth nothing. */
        CONFIRMED("Confirmed"),
        /** The station did not take it. */
        REJECTED("Rejected"),
        /** The station connected with the old one, though it could have used the new one. */
        NOT_APPLIED("NotApplied"),
        /** It never got to the station. */
        NOT_SENT("NotSent"),
        /** An operator gave it up. */
        CANCELLED("Cancelled");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The form in REST. */
        @JsonValue
        public String text() {
            return text;
        }

        /** Whether both passwords are accepted. */
        public boolean open() {
            return this == PENDING || this == UNCONFIRMED || this == REBOOT_REQUIRED;
        }
    }
}
