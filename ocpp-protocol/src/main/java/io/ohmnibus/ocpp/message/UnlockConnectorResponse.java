/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.UnlockStatusEnum;
import org.jspecify.annotations.Nullable;

/** Whether the connector is unlocked, as far as the station can tell. */
public record UnlockConnectorResponse(
        UnlockStatusEnum status, @Nullable StatusInfo statusInfo, @Nullable CustomData customData)
        implements Response {}
