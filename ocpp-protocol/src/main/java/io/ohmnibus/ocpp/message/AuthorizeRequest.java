/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.OCSPRequestData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a token, or the contract certificate of a vehicle, may charge here (C01, C03, C04,
 * C06-C10, C12, C14, C16-C18).
 */
public record AuthorizeRequest(
        IdToken idToken,
        @Length(max = 10000, max201 = 5500) @Nullable String certificate,
        @Items(max = 4) @Nullable List<OCSPRequestData> iso15118CertificateHashData,
        @Nullable CustomData customData)
        implements Request<AuthorizeResponse> {

    public AuthorizeRequest {
        iso15118CertificateHashData =
                iso15118CertificateHashData == null
                        ? null
                        : List.copyOf(iso15118CertificateHashData);
    }
}
