/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.DERControlEnum;
import org.jspecify.annotations.Nullable;

/** Removes grid controls from a station, default ones or scheduled ones (R04). */
@Since(OcppVersion.V2_1)
public record ClearDERControlRequest(
        boolean isDefault,
        @Nullable DERControlEnum controlType,
        @Length(max = 36) @Nullable String controlId,
        @Nullable CustomData customData)
        implements Request<ClearDERControlResponse> {}
