/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.LogStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** Whether the upload begins, and under which file name. */
public record GetLogResponse(
        LogStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Length(max = 255) @Nullable String filename,
        @Nullable CustomData customData)
        implements Response {}
