/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import org.jspecify.annotations.Nullable;

/** What became of a monitor that was to be removed. */
public record ClearMonitoringResult(
        ClearMonitoringStatusEnum status,
        @Range(min = 0, since = OcppVersion.V2_1) int id,
        @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData) {}
