/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.UnpublishFirmwareStatusEnum;
import org.jspecify.annotations.Nullable;

/** Whether the file is no longer offered. */
public record UnpublishFirmwareResponse(
        UnpublishFirmwareStatusEnum status, @Nullable CustomData customData) implements Response {}
