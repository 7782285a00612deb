/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record LogParameters(
        @Length(max = 2000, max201 = 512) String remoteLocation,
        @Nullable Instant oldestTimestamp,
        @Nullable Instant latestTimestamp,
        @Nullable CustomData customData) {}
