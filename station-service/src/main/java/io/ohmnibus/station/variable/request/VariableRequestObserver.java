/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Hears that a request for many variables has an outcome for each of them. */
public interface VariableRequestObserver {

    /** Runs in the transaction that records the last outcome. */
    Mono<Void> ended(StationKey station, UUID request);
}
