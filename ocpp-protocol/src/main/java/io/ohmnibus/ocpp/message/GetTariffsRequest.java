/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks which tariffs are installed on an EVSE, or on all with evseId 0 (I09). */
@Since(OcppVersion.V2_1)
public record GetTariffsRequest(@Range(min = 0) int evseId, @Nullable CustomData customData)
        implements Request<GetTariffsResponse> {}
