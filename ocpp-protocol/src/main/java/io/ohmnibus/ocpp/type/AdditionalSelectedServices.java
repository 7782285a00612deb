/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** A service beyond energy, with its fee, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record AdditionalSelectedServices(
        RationalNumber serviceFee,
        @Length(max = 80) String serviceName,
        @Nullable CustomData customData) {}
