/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection that a station had, or has.
 *
 * @param gateway ordinal of the gateway instance
 * @param ocppVersion sub-protocol, such as {@code ocpp2.1}
 * @param disconnectedAt absent while it stands
 * @param closeReason who closed it and why, in a few words
 * @param lastSeenAt when the station last sent anything; absent when nobody was there to tell
 */
record PastConnection(
        String connectionId,
        @JsonIgnore long epoch,
        int gateway,
        String ocppVersion,
        @Nullable Integer securityProfile,
        String remoteAddress,
        Instant connectedAt,
        @Nullable Instant disconnectedAt,
        @Nullable String closeReason,
        @Nullable Instant lastSeenAt) {}
