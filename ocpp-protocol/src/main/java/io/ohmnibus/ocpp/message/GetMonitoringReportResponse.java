/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** Whether the report will follow in NotifyMonitoringReport messages. */
public record GetMonitoringReportResponse(
        GenericDeviceModelStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData)
        implements Response {}
