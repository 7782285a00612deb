/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import org.jspecify.annotations.Nullable;

/** What became of a monitor that was to be installed or changed. */
public record SetMonitoringResult(
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer id,
        @Nullable StatusInfo statusInfo,
        SetMonitoringStatusEnum status,
        MonitorEnum type,
        Component component,
        Variable variable,
        @Range(min = 0, since = OcppVersion.V2_1) int severity,
        @Nullable CustomData customData) {}
