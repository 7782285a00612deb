/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** The hashes and serial number that name a certificate, as in RFC 6960. */
public record CertificateHashData(
        HashAlgorithmEnum hashAlgorithm,
        @Length(max = 128) String issuerNameHash,
        @Length(max = 128) String issuerKeyHash,
        @Length(max = 40) String serialNumber,
        @Nullable CustomData customData) {}
