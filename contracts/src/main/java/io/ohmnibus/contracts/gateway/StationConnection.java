/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest connection of a station: the value of the compacted topic {@code station.connections}.
 *
 * <p>Readers apply the records of a station in order. One that says that a connection ended counts
 * only when it is about the connection they know: the late end of an older one changes nothing.
 *
 * @param connectionId a UUID, new for every WebSocket
 * @param gateway ordinal of the gateway instance that holds the WebSocket
 * @param version sub-protocol, such as {@code ocpp2.1}
 * @param remoteAddress address and port of the peer
 * @param disconnectedAt when the connection ended; null while it stands
 * @param closeReason why it ended, in a few words
 * @param authentication how the station proved who it is; null in records of earlier versions
 */
public record StationConnection(
        String connectionId,
        int gateway,
        String version,
        Instant connectedAt,
        String remoteAddress,
        @Nullable Instant disconnectedAt,
        @Nullable String closeReason,
        @Nullable StationAuthentication authentication) {

    /** A connection that has just been made. */
    public static StationConnection opened(
            String connectionId,
            int gateway,
            String version,
            Instant connectedAt,
            String remoteAddress) {
        return new StationConnection(
                connectionId, gateway, version, connectedAt, remoteAddress, null, null, null);
    }

    /** The same connection, with how the station proved who it is. */
    public StationConnection authenticated(StationAuthentication by) {
        return new StationConnection(
                connectionId,
                gateway,
                version,
                connectedAt,
                remoteAddress,
                disconnectedAt,
                closeReason,
                by);
    }

    /** The same connection after its end. */
    public StationConnection ended(Instant at, String reason) {
        return new StationConnection(
                connectionId,
                gateway,
                version,
                connectedAt,
                remoteAddress,
                at,
                reason,
                authentication);
    }

    /** The value that stands after the next record of the same station. */
    public StationConnection then(StationConnection next) {
        boolean lateEnd = !next.online() && !next.connectionId.equals(connectionId);
        return lateEnd ? this : next;
    }

    public boolean online() {
        return disconnectedAt == null;
    }
}
