/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Delivers the certificate chain that answers a signing request of the station (A02, A03). */
public record CertificateSignedRequest(
        @Length(max = 10000) String certificateChain,
        @Nullable CertificateSigningUseEnum certificateType,
        @Since(OcppVersion.V2_1) @Nullable Integer requestId,
        @Nullable CustomData customData)
        implements Request<CertificateSignedResponse> {}
