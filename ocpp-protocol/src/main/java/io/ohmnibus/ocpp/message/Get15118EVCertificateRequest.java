/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CertificateActionEnum;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes on a vehicle's request to install or update its contract certificate (M01, M02). */
public record Get15118EVCertificateRequest(
        @Length(max = 50) String iso15118SchemaVersion,
        CertificateActionEnum action,
        @Length(max = 11000, max201 = 5600) String exiRequest,
        @Since(OcppVersion.V2_1) @Range(min = 0) @Nullable Integer maximumContractCertificateChains,
        @Since(OcppVersion.V2_1) @Items(max = 8) @Length(max = 255)
                @Nullable List<String> prioritizedEMAIDs,
        @Nullable CustomData customData)
        implements Request<Get15118EVCertificateResponse> {

    public Get15118EVCertificateRequest {
        prioritizedEMAIDs = prioritizedEMAIDs == null ? null : List.copyOf(prioritizedEMAIDs);
    }
}
