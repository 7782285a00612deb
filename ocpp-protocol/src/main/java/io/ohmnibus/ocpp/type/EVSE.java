/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import org.jspecify.annotations.Nullable;

/**
 * An EVSE of a station, counted from 1, and perhaps one of its connectors; 0 stands for the whole
 * station where a message allows it.
 */
public record EVSE(
        @Range(min = 0, since = OcppVersion.V2_1) int id,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer connectorId,
        @Nullable CustomData customData) {}
