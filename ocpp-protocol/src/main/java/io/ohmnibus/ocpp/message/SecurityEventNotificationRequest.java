/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reports an event that bears on the station's security (A04). */
public record SecurityEventNotificationRequest(
        @Length(max = 50) String type,
        Instant timestamp,
        @Length(max = 255, descriptive = true) @Nullable String techInfo,
        @Nullable CustomData customData)
        implements Request<SecurityEventNotificationResponse> {}
