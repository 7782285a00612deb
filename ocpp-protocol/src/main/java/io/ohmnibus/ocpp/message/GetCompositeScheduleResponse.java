/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CompositeSchedule;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.GenericStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** The resulting schedule, where the station could compute it. */
public record GetCompositeScheduleResponse(
        GenericStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Nullable CompositeSchedule schedule,
        @Nullable CustomData customData)
        implements Response {}
