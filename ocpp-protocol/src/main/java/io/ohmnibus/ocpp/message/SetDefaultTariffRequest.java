/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.Tariff;
import org.jspecify.annotations.Nullable;

/**
 * Installs the tariff for drivers without one of their own, on an EVSE or on all with evseId 0
 * (I07).
 */
@Since(OcppVersion.V2_1)
public record SetDefaultTariffRequest(
        @Range(min = 0) int evseId, Tariff tariff, @Nullable CustomData customData)
        implements Request<SetDefaultTariffResponse> {}
