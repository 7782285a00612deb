/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.List;
import reactor.core.publisher.Mono;

/** What stations measured. */
public interface MeterValues {

    /** Stores the values of some messages; none is fine too. */
    Mono<Void> add(List<Measurement> measurements);

    /**
     * Makes the values of a transaction those of all its messages; whether they were anything else.
     */
    Mono<Boolean> correct(StationKey station, String transactionId, List<Measurement> measurements);
}
