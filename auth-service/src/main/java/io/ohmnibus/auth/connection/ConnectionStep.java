/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.connection;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** One concern of a new connection of a station. May see a connection more than once. */
public interface ConnectionStep {

    /** Runs in a transaction of its own. */
    Mono<Void> connected(StationKey station, StationAuthentication authentication, Instant at);
}
