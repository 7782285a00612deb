/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Asks another service a question about a station and waits for the answer. */
public interface Queries {

    /**
     * The answer, or an error: {@link QueryFailed} when the owner failed or did not answer in time.
     * Never empty.
     */
    <A> Mono<A> ask(
            Service owner, StationKey station, Object query, Class<A> answer, Duration limit);
}
