/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ohmnibus.auth.authority.CertificateUse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of a station, or what was to become one.
 *
 * @param reason why it is what it is
 * @param serialNumber lower-case hexadecimal digits; null before it is signed
 * @param changedAt when the status became what it is
 * @param lastUsedAt when the station last connected with it
 * @param renewalAskedAt when the station was last asked to renew it before it ends
 * @param renewalFailure why it did not make a new request
 */
public record StationCertificate(
        UUID id,
        String stationId,
        CertificateUse use,
        @Nullable Integer requestId,
        Status status,
        @Nullable String reason,
        @Nullable String commonName,
        @Nullable String serialNumber,
        @Nullable String issuer,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        Instant requestedAt,
        Instant changedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant renewalAskedAt,
        @Nullable String renewalFailure) {

    /** How far it is. */
    public enum Status {
        /** Waits for the authority. */
        REQUESTED("Requested"),
        /** Signed, on its way to the station. */
        ISSUED("Issued"),
        /** The station has it. */
        INSTALLED("Installed"),
        /** The signing request was not accepted. */
        REFUSED("Refused"),
        /** The authority did not sign it, or it never reached the station. */
        FAILED("Failed"),
        /** The station did not want it. */
        REJECTED("Rejected"),
        /** The station has a newer one. */
        SUPERSEDED("Superseded"),
        /** Taken back by an operator. */
        REVOKED("Revoked");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The form in REST. */
        @JsonValue
        public String text() {
            return text;
        }
    }
}
