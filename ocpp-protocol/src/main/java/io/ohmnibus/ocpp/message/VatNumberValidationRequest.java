/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks whether a VAT number that a driver typed is valid (C18). */
@Since(OcppVersion.V2_1)
public record VatNumberValidationRequest(
        @Length(max = 20) String vatNumber,
        @Range(min = 0) @Nullable Integer evseId,
        @Nullable CustomData customData)
        implements Request<VatNumberValidationResponse> {}
