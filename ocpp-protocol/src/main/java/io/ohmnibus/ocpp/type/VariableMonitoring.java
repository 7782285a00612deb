/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.RequiredIn;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An installed monitor of a variable.
 *
 * @param value a limit, a difference, or seconds for periodic monitors
 * @param severity from 0, the worst, to 9
 */
public record VariableMonitoring(
        @Range(min = 0, since = OcppVersion.V2_1) int id,
        boolean transaction,
        BigDecimal value,
        MonitorEnum type,
        @Range(min = 0, since = OcppVersion.V2_1) int severity,
        @Since(OcppVersion.V2_1) @RequiredIn(OcppVersion.V2_1)
                @Nullable EventNotificationEnum eventNotificationType,
        @Nullable CustomData customData) {}
