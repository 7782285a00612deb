/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Items;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An installed certificate, named by its hashes, with those issued below it. */
public record CertificateHashDataChain(
        CertificateHashData certificateHashData,
        GetCertificateIdUseEnum certificateType,
        @Items(max = 4) @Nullable List<CertificateHashData> childCertificateHashData,
        @Nullable CustomData customData) {

    public CertificateHashDataChain {
        childCertificateHashData =
                childCertificateHashData == null ? null : List.copyOf(childCertificateHashData);
    }
}
