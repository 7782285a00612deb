/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.DERControlEnum;
import io.ohmnibus.ocpp.type.GridEventFaultEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a grid fault interrupts or limits a grid control, or that the fault is over
 * (R02-R05).
 */
@Since(OcppVersion.V2_1)
public record NotifyDERAlarmRequest(
        DERControlEnum controlType,
        @Nullable GridEventFaultEnum gridEventFault,
        @Nullable Boolean alarmEnded,
        Instant timestamp,
        @Length(max = 200, descriptive = true) @Nullable String extraInfo,
        @Nullable CustomData customData)
        implements Request<NotifyDERAlarmResponse> {}
