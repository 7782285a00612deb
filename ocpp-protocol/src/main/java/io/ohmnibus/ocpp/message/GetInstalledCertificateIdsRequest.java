/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.GetCertificateIdUseEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks which certificates of some kinds are installed (M03). */
public record GetInstalledCertificateIdsRequest(
        @Items @Nullable List<GetCertificateIdUseEnum> certificateType,
        @Nullable CustomData customData)
        implements Request<GetInstalledCertificateIdsResponse> {

    public GetInstalledCertificateIdsRequest {
        certificateType = certificateType == null ? null : List.copyOf(certificateType);
    }
}
