/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CertificateHashData;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdToken;
import org.jspecify.annotations.Nullable;

/** Asks a station to report what it stores about a customer, to erase it, or both (N09, N10). */
public record CustomerInformationRequest(
        @Nullable CertificateHashData customerCertificate,
        @Nullable IdToken idToken,
        @Range(min = 0, since = OcppVersion.V2_1) int requestId,
        boolean report,
        boolean clear,
        @Length(max = 64) @Nullable String customerIdentifier,
        @Nullable CustomData customData)
        implements Request<CustomerInformationResponse> {}
