/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** The version of the local list; 0 where there is none. */
public record GetLocalListVersionResponse(int versionNumber, @Nullable CustomData customData)
        implements Response {}
