/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.StreamDataElement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delivers values of an open event stream; it is sent, never answered (N15).
 *
 * @param pending how many values the station still has to send
 * @param basetime what the times of the values are counted from
 */
@Since(OcppVersion.V2_1)
public record NotifyPeriodicEventStream(
        @Items List<StreamDataElement> data,
        @Range(min = 0) int id,
        @Range(min = 0) int pending,
        Instant basetime,
        @Nullable CustomData customData)
        implements Message {

    public NotifyPeriodicEventStream {
        data = List.copyOf(data);
    }
}
