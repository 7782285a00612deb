/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CertificateStatusRequestInfo;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks whether the certificates of a vehicle's chain are revoked (M07). */
@Since(OcppVersion.V2_1)
public record GetCertificateChainStatusRequest(
        @Items(max = 4) List<CertificateStatusRequestInfo> certificateStatusRequests,
        @Nullable CustomData customData)
        implements Request<GetCertificateChainStatusResponse> {

    public GetCertificateChainStatusRequest {
        certificateStatusRequests = List.copyOf(certificateStatusRequests);
    }
}
