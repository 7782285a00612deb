/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.platform.ocpp.Station;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meter values of one message.
 *
 * @param place where in a transaction they were measured; null outside of transactions
 */
public record Measurement(
        Station station,
        @Nullable Integer evseId,
        @Nullable Place place,
        List<MeterValue> meterValues) {

    /** An event of a transaction. */
    public record Place(String transactionId, int seqNo) {}

    public Measurement {
        meterValues = List.copyOf(meterValues);
    }
}
