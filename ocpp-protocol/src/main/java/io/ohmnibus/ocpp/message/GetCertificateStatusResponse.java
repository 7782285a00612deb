/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.GetCertificateStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** The responder's answer, passed on as Base64-encoded DER. */
public record GetCertificateStatusResponse(
        GetCertificateStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Length(max = 18000, max201 = 5500) @Nullable String ocspResult,
        @Nullable CustomData customData)
        implements Response {}
