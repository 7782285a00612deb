/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.gateway;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The newest connection of a station: the value of the compacted topic {@code station.connections}.
 *
 * <p>Of two records about a station the newer one stands, in whichever order they are read: that
 * with the larger epoch; of one connection, that with the larger revision. So a record that comes
 * late or twice changes nothing.
 *
 * @param connectionId a UUID, new for every WebSocket
 * @param gateway ordinal of the gateway instance that holds the WebSocket
 * @param version sub-protocol, such as {@code ocpp2.1}
 * @param remoteAddress address and port of the peer
 * @param disconnectedAt when the connection ended; null while it stands
 * @param closeReason why it ended, in a few words
 * @param authentication how the station proved who it is; null in records of earlier versions
 * @param epoch orders the connections of a station: larger than that of every connection that the
 *     gateway knew of when this one was made
 * @param revision orders what was said about this connection
 * @param lastSeenAt when the station last sent anything, told with the end; null when nobody knows
 */
public record StationConnection(
        String connectionId,
        int gateway,
        String version,
        Instant connectedAt,
        String remoteAddress,
        @Nullable Instant disconnectedAt,
        @Nullable String closeReason,
        @Nullable StationAuthentication authentication,
        long epoch,
        int revision,
        @Nullable Instant lastSeenAt) {

    private static final Comparator<StationConnection> AGE =
            Comparator.comparingLong(StationConnection::epoch)
                    .thenComparing(StationConnection::connectionId)
                    .thenComparingInt(StationConnection::revision)
                    .thenComparing(connection -> !connection.online());

    /** A connection that has just been made, when no other of the station is known. */
    public static StationConnection opened(
            String connectionId,
            int gateway,
            String version,
            Instant connectedAt,
            String remoteAddress) {
        long epoch = connectedAt.toEpochMilli();
        return new StationConnection(
                connectionId,
                gateway,
                version,
                connectedAt,
                remoteAddress,
                null,
                null,
                null,
                epoch,
                0,
                null);
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
                by,
                epoch,
                revision,
                lastSeenAt);
    }

    /** The same connection, with its place among those of the station. */
    public StationConnection inEpoch(long place) {
        return new StationConnection(
                connectionId,
                gateway,
                version,
                connectedAt,
                remoteAddress,
                disconnectedAt,
                closeReason,
                authentication,
                place,
                revision,
                lastSeenAt);
    }

    /** The same connection after its end, told by who does not know when the station was there. */
    public StationConnection ended(Instant at, String reason) {
        return ended(at, reason, null);
    }

    /** The same connection after its end. */
    public StationConnection ended(Instant at, String reason, @Nullable Instant lastSeen) {
        return revised(at, reason, lastSeen);
    }

    /** The same connection, which stands although somebody said that it had ended. */
    public StationConnection revived() {
        return revised(null, null, null);
    }

    private StationConnection revised(
            @Nullable Instant endedAt, @Nullable String reason, @Nullable Instant lastSeen) {
        return new StationConnection(
                connectionId,
                gateway,
                version,
                connectedAt,
                remoteAddress,
                endedAt,
                reason,
                authentication,
                epoch,
                revision + 1,
                lastSeen);
    }

    /** The value that stands when both are known. */
    public StationConnection then(StationConnection next) {
        return next.isNewerThan(this) ? next : this;
    }

    /** Whether this record counts although the other one is known. */
    public boolean isNewerThan(StationConnection known) {
        return AGE.compare(this, known) > 0;
    }

    /** Whether this connection gave way to the one that is known. */
    public boolean isReplacedBy(StationConnection known) {
        return !connectionId.equals(known.connectionId) && known.isNewerThan(this);
    }

    public boolean online() {
        return disconnectedAt == null;
    }
}
