/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import java.util.List;
import reactor.core.publisher.Mono;

/** What stations measured. */
public interface MeterValues {

    /** Stores the values of some messages; none is fine too. */
    Mono<Void> add(List<Measurement> measurements);
}
