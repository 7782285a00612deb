/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/**
 * When an event stream is sent: after a time, after a number of values, or whichever comes first.
 *
 * @param interval in seconds
 */
@Since(OcppVersion.V2_1)
public record PeriodicEventStreamParams(
        @Range(min = 0) @Nullable Integer interval,
        @Range(min = 0) @Nullable Integer values,
        @Nullable CustomData customData) {}
