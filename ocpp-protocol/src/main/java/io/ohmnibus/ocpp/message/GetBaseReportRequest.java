/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import org.jspecify.annotations.Nullable;

/** Asks for one of the predefined reports about the device model (B01, B02, B07). */
public record GetBaseReportRequest(
        int requestId, ReportBaseEnum reportBase, @Nullable CustomData customData)
        implements Request<GetBaseReportResponse> {}
