/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells a station whether it is registered, what time it is and how long to wait.
 *
 * @param currentTime the time by which the station sets its clock
 * @param interval seconds between heartbeats when accepted, otherwise the least time to wait before
 *     the next BootNotification
 */
public record BootNotificationResponse(
        Instant currentTime,
        int interval,
        RegistrationStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData)
        implements Response {}
