/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the revocation of a certificate.
 *
 * @param nextUpdate when there will be newer information
 */
@Since(OcppVersion.V2_1)
public record CertificateStatus(
        CertificateHashData certificateHashData,
        CertificateStatusSourceEnum source,
        CertificateStatusEnum status,
        Instant nextUpdate,
        @Nullable CustomData customData) {}
