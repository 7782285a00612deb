/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.ocpp.type.MeterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What stations measured. */
public interface MeterValues {

    /** Stores the values of one message; none is fine too. */
    Mono<Void> add(MeterValueRow.Source source, @Nullable List<MeterValue> meterValues);
}
