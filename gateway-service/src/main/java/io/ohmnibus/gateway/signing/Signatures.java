/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.signing;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.gateway.signing.SigningProperties.Policy;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.signing.SignedPayload;
import io.ohmnibus.ocpp.signing.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges signed messages of stations; what they say is read in any case (Part 4, 7.2). */
@Component
public final class Signatures {

    private final Policy policy;
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final MeterRegistry registry;

    Signatures(SigningProperties properties, MeterRegistry registry) {
        this.policy = properties.policy();
        this.registry = registry;
        properties.certificates().forEach(this::trust);
    }

    private void trust(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                X509Certificate certificate = (X509Certificate) each;
                keys.put(Signer.thumbprint(certificate), certificate.getPublicKey());
            }
        } catch (IOException | CertificateException unreadable) {
            throw new IllegalStateException(
                    file + " in ohmnibus.gateway.signing.certificates holds no certificates",
                    unreadable);
        }
    }

    /**
     * Why a message must not pass; empty when it may.
     *
     * @param action what is asked for or answered
     * @param signed null for a message that is not signed
     */
    public Optional<OcppError> refusal(Action action, @Nullable SignedPayload signed) {
        if (signed == null) {
            return Optional.empty();
        }
        if (policy == Policy.REFUSE) {
            count("refused");
            return error(OcppErrorCode.NOT_SUPPORTED, "Signed messages are not supported");
        }
        PublicKey key = signed.certificateThumbprint().map(keys::get).orElse(null);
        if (key == null) {
            count("unverified");
            return policy == Policy.VERIFY
                    ? error(OcppErrorCode.SECURITY_ERROR, "The signing certificate is not known")
                    : Optional.empty();
        }
        try {
            signed.verify(key, action);
            count("verified");
            return Optional.empty();
        } catch (SignatureException wrong) {
            count("wrong");
            return error(OcppErrorCode.SECURITY_ERROR, "Wrong signature: " + wrong.getMessage());
        }
    }

    private void count(String outcome) {
        registry.counter("ohmnibus.gateway.signed", "outcome", outcome).increment();
    }

    private static Optional<OcppError> error(OcppErrorCode code, String description) {
        return Optional.of(new OcppError(code, description));
    }
}
