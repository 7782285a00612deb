/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** An event stream: the monitor it reports and how often. */
@Since(OcppVersion.V2_1)
public record ConstantStreamData(
        @Range(min = 0) int id,
        PeriodicEventStreamParams params,
        @Range(min = 0) int variableMonitoringId,
        @Nullable CustomData customData) {}
