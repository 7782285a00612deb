/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Removes a message from a station's display (O05). */
public record ClearDisplayMessageRequest(
        @Range(min = 0, since = OcppVersion.V2_1) int id, @Nullable CustomData customData)
        implements Request<ClearDisplayMessageResponse> {}
