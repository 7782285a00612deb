/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the security profile of a station.
 *
 * @param slot configuration slot of the new network profile; null until it is chosen
 * @param ocppInterface such as Wired0
 * @param priority NetworkConfigurationPriority as the station had it before
 * @param reason why it ended as it did
 * @param stepAt when the step began
 * @param deadline when it is given up
 */
public record ProfileChange(
        UUID id,
        String stationId,
        int fromProfile,
        int toProfile,
        Status status,
        Step step,
        @Nullable Integer slot,
        String ocppInterface,
        @Nullable String priority,
        @Nullable String reason,
        String requestedBy,
        Instant requestedAt,
        Instant stepAt,
        Instant deadline,
        @Nullable Instant endedAt) {

    /** Whether it is under way, and how it ended. */
    public enum Status {
        RUNNING("Running"),
        /** The station has connected with the new profile; no lower one is accepted any more. */
        COMPLETED("Completed"),
        /** It ended before the station was told to use the new profile. */
        FAILED("Failed"),
        /** The station did not come with the new profile; the old one stays. */
        FELL_BACK("FellBack");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The form in REST. */
        @JsonValue
        public String text() {
            return text;
        }
    }

    /** What is being done, in this order. */
    public enum Step {
        /** InstallCertificate: the root that the station will check the CSMS with. */
        INSTALL_ROOT("InstallRoot"),
        /** GetVariables: the network profiles in use, and what the station allows. */
        READ_NETWORK("ReadNetwork"),
        /** SetNetworkProfile: the new way to the CSMS, in a free slot. */
        SET_PROFILE("SetProfile"),
        /** SetVariables: the new way before the old one. */
        SET_PRIORITY("SetPriority"),
        /** Reset, when idle. */
        RESET("Reset"),
        /** The station reboots and connects. */
        CONNECT("Connect");

        private final String text;

        Step(String text) {
            this.text = text;
        }

        /** The form in REST. */
        @JsonValue
        public String text() {
            return text;
        }

        /** Whether the station may come with the new profile. */
        boolean mayConnect() {
            return compareTo(SET_PRIORITY) >= 0;
        }

        Step next() {
            return values()[ordinal() + 1];
        }
    }
}
