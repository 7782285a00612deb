/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.MonitoringBaseEnum;
import org.jspecify.annotations.Nullable;

/** Chooses the set of monitors that a station starts from (N03). */
public record SetMonitoringBaseRequest(
        MonitoringBaseEnum monitoringBase, @Nullable CustomData customData)
        implements Request<SetMonitoringBaseResponse> {}
