/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A certificate whose revocation is asked about, and where the answer may be found. */
@Since(OcppVersion.V2_1)
public record CertificateStatusRequestInfo(
        CertificateHashData certificateHashData,
        CertificateStatusSourceEnum source,
        @Items(max = 5) @Length(max = 2000) List<String> urls,
        @Nullable CustomData customData) {

    public CertificateStatusRequestInfo {
        urls = List.copyOf(urls);
    }
}
