/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CertificateHashData;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks for a certificate for the key in a PKCS#10 signing request (A02, A03). */
public record SignCertificateRequest(
        @Length(max = 5500) String csr,
        @Nullable CertificateSigningUseEnum certificateType,
        @Since(OcppVersion.V2_1) @Nullable CertificateHashData hashRootCertificate,
        @Since(OcppVersion.V2_1) @Nullable Integer requestId,
        @Nullable CustomData customData)
        implements Request<SignCertificateResponse> {}
