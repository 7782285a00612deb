/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.StationKey;

/**
 * A station that was let in.
 *
 * @param remoteAddress address and port of the peer
 * @param authentication how it proved who it is
 * @param admittedNanos when it was let in, by {@link System#nanoTime}: the order in which the
 *     connections of a station were made, whichever of them gets to run first
 */
public record Arrival(
        StationKey station,
        OcppVersion version,
        String remoteAddress,
        StationAuthentication authentication,
        long admittedNanos) {}
