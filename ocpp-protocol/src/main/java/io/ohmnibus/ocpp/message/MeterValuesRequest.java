/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.MeterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers meter values that belong to no transaction (J01). */
public record MeterValuesRequest(
        @Range(min = 0, since = OcppVersion.V2_1) int evseId,
        @Items List<MeterValue> meterValue,
        @Nullable CustomData customData)
        implements Request<MeterValuesResponse> {

    public MeterValuesRequest {
        meterValue = List.copyOf(meterValue);
    }
}
