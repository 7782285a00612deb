/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CertificateStatus;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about each certificate of the chain. */
@Since(OcppVersion.V2_1)
public record GetCertificateChainStatusResponse(
        @Items(max = 4) List<CertificateStatus> certificateStatus, @Nullable CustomData customData)
        implements Response {

    public GetCertificateChainStatusResponse {
        certificateStatus = List.copyOf(certificateStatus);
    }
}
