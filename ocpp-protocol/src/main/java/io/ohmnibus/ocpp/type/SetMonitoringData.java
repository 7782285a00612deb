/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A monitor to install, or to change where an id is given.
 *
 * @param value a limit, a difference, or seconds for periodic monitors
 * @param severity from 0, the worst, to 9
 */
public record SetMonitoringData(
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer id,
        @Since(OcppVersion.V2_1) @Nullable PeriodicEventStreamParams periodicEventStream,
        @Nullable Boolean transaction,
        BigDecimal value,
        MonitorEnum type,
        @Range(min = 0, since = OcppVersion.V2_1) int severity,
        Component component,
        Variable variable,
        @Nullable CustomData customData) {}
