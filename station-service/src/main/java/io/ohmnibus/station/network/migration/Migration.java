/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network.migration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A station on its way to another network profile, and so perhaps to another CSMS.
 *
 * @param slot configuration slot of the new profile
 * @param closeFirst whether the station is made inoperative before (B10.FR.05)
 * @param settleSeconds how long the station must stay away to count as gone
 * @param commandId the command of the step that has not ended
 * @param priority NetworkConfigurationPriority as the station had it before
 * @param reason why it ended as it did
 * @param stepAt when the step began
 * @param deadline when it is given up
 */
record Migration(
        UUID id,
        String stationId,
        int slot,
        boolean closeFirst,
        int settleSeconds,
        Status status,
        Step step,
        @JsonIgnore @Nullable UUID commandId,
        @Nullable String priority,
        @Nullable String reason,
        String requestedBy,
        Instant requestedAt,
        Instant stepAt,
        Instant deadline,
        @Nullable Instant endedAt) {

    /** Whether it is under way, and how it ended. */
    enum Status {
        RUNNING("Running"),
        /** The station uses the new profile, or has left for it and not come back. */
        COMPLETED("Completed"),
        /** It ended before the station was told to use the new profile. */
        FAILED("Failed"),
        /** The station is here by the old profile; its order of profiles is put back. */
        FELL_BACK("FellBack");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The form in REST. */
        @JsonValue
        String text() {
            return text;
        }
    }

    /** What is being done, in this order. */
    enum Step {
        /** GetVariables: the network profiles in use. */
        READ_NETWORK("ReadNetwork"),
        /** ChangeAvailability: no new transactions. */
        CLOSE("Close"),
        /** GetTransactionStatus: nothing about transactions is left to deliver. */
        DRAIN("Drain"),
        /** SetVariables: the new profile before the old one. */
        SET_PRIORITY("SetPriority"),
        /** Reset, when idle. */
        RESET("Reset"),
        /** The station reboots and leaves. */
        LEAVE("Leave"),
        /** GetVariables: it is here again, and by which profile. */
        CONFIRM("Confirm");

        private final String text;

        Step(String text) {
            this.text = text;
        }

        /** The form in REST. */
        @JsonValue
        String text() {
            return text;
        }

        Step next() {
            return values()[ordinal() + 1];
        }
    }

    /** Whether the station may use the new profile by now. */
    boolean told() {
        return step.compareTo(Step.SET_PRIORITY) > 0;
    }
}
