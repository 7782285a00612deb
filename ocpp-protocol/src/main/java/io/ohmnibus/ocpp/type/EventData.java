/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event about a variable: a limit passed, a change, a periodic value or a hard-wired
 * notification.
 *
 * @param cause the id of the event that led to this one
 * @param severity from 0, the worst, to 9
 */
public record EventData(
        @Range(min = 0, since = OcppVersion.V2_1) int eventId,
        Instant timestamp,
        EventTriggerEnum trigger,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer cause,
        @Length(max = 2500) String actualValue,
        @Length(max = 50, descriptive = true) @Nullable String techCode,
        @Length(max = 500, descriptive = true) @Nullable String techInfo,
        @Nullable Boolean cleared,
        @Length(max = 36) @Nullable String transactionId,
        Component component,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer variableMonitoringId,
        EventNotificationEnum eventNotificationType,
        Variable variable,
        @Since(OcppVersion.V2_1) @Range(min = 0) @Nullable Integer severity,
        @Nullable CustomData customData) {}
