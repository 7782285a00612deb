/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CertificateHashDataChain;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.GetInstalledCertificateStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hashes of the certificates found. */
public record GetInstalledCertificateIdsResponse(
        GetInstalledCertificateStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Items @Nullable List<CertificateHashDataChain> certificateHashDataChain,
        @Nullable CustomData customData)
        implements Response {

    public GetInstalledCertificateIdsResponse {
        certificateHashDataChain =
                certificateHashDataChain == null ? null : List.copyOf(certificateHashDataChain);
    }
}
