/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.Iso15118EVCertificateStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** The provider's answer for the vehicle, Base64-encoded EXI. */
public record Get15118EVCertificateResponse(
        Iso15118EVCertificateStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Length(max = 17000, max201 = 5600) String exiResponse,
        @Since(OcppVersion.V2_1) @Range(min = 0) @Nullable Integer remainingContracts,
        @Nullable CustomData customData)
        implements Response {}
