/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a transaction used altogether. */
@Since(OcppVersion.V2_1)
public record TotalUsage(
        BigDecimal energy,
        int chargingTime,
        int idleTime,
        @Nullable Integer reservationTime,
        @Nullable CustomData customData) {}
