/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where to upload a log, and the time it is to cover. */
public record LogParameters(
        @Length(max = 2000, max201 = 512) String remoteLocation,
        @Nullable Instant oldestTimestamp,
        @Nullable Instant latestTimestamp,
        @Nullable CustomData customData) {}
