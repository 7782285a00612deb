/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ohmnibus.auth.locallist.ListLimits.Limit;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the local list of a station.
 *
 * @param managed whether it follows rules; otherwise it is what somebody sent by a command
 * @param reason why it is not as it should be, in the words of the station where it gave any
 * @param version the one that the station took last; 0 for none
 * @param trusted whether it is known what is in that version
 * @param sendingVersion the version of the part that is on its way
 * @param reportedVersion what the station said when it was last asked, at verifiedAt (D02)
 * @param acceptedAt when the station last took a part
 * @param mostItems of one message, as far as the station has told
 * @param mostEntries of its list, as far as the station has told
 */
record LocalList(
        @JsonIgnore String tenant,
        String stationId,
        boolean managed,
        Status status,
        @Nullable String reason,
        int version,
        boolean trusted,
        @Nullable Integer sendingVersion,
        @JsonIgnore @Nullable Long sendingRevision,
        @JsonIgnore boolean verify,
        @Nullable Integer reportedVersion,
        @Nullable Instant verifiedAt,
        @Nullable Instant acceptedAt,
        @JsonIgnore int attempts,
        int mostItems,
        int mostBytes,
        @Nullable Integer mostEntries) {

    /** How far it is. */
    enum Status {
        /** To be compared with what the station should have. */
        Pending,
        /** The station is asked for its version, or has been sent a part. */
        Sending,
        /** The station was away; it gets the list when it is back. */
        Waiting,
        /** The station has what it should have. */
        InSync,
        /** The station did not take it; it is tried again, later each time. */
        Failed,
        /** The station has no local list. */
        NotSupported
    }

    StationKey station() {
        return new StationKey(tenant, stationId);
    }

    /** Whether that is the part that is on its way. */
    boolean isSending(int versionNumber) {
        return status == Status.Sending && Integer.valueOf(versionNumber).equals(sendingVersion);
    }

    /** How much the station takes in one message. */
    Limit limit() {
        return new Limit(mostItems, mostBytes, mostEntries);
    }

    /** The number of a list that is sent next: larger than all that the station may know. */
    int nextVersion() {
        int known = Math.max(version, reportedVersion == null ? 0 : reportedVersion);
        return Math.max(known, sendingVersion == null ? 0 : sendingVersion) + 1;
    }
}
