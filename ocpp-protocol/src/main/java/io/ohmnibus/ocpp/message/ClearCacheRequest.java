/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Empties the authorization cache of a station (C11). */
public record ClearCacheRequest(@Nullable CustomData customData)
        implements Request<ClearCacheResponse> {}
