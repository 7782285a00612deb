/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.call;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;

/**
 * What does not change about a connection.
 *
 * @param id a UUID, new for every WebSocket
 * @param remoteAddress address and port of the peer
 * @param authentication how the station proved who it is
 */
public record Link(
        String id,
        StationKey station,
        OcppVersion version,
        Instant connectedAt,
        String remoteAddress,
        StationAuthentication authentication) {}
