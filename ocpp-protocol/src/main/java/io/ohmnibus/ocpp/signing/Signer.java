/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.signing;

import io.ohmnibus.ocpp.Action;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import tools.jackson.databind.node.JsonNodeFactory;

/** Signs payloads with one key, and names its certificate in them. Thread-safe. */
public final class Signer {

    private final SigningAlgorithm algorithm;
    private final PrivateKey key;
    private final String thumbprint;

    /**
     * @throws IllegalArgumentException when the key is not one for the algorithm
     */
    public Signer(SigningAlgorithm algorithm, PrivateKey key, X509Certificate certificate) {
        if (!algorithm.fits(key)) {
            throw new IllegalArgumentException("the key is not one for " + algorithm);
        }
        this.algorithm = algorithm;
        this.key = key;
        this.thumbprint = thumbprint(certificate);
    }

    /** By what signed messages name a certificate: SHA-256 of its DER form, in base64url. */
    public static String thumbprint(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return SignedPayload.encoded(digest.digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate has no DER form", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Signs a payload.
     *
     * @param messageType the number of the frame that it goes into: 2, 3 or 6
     * @param action whose request it is, or whose request it answers
     * @param payload JSON
     */
    public SignedPayload sign(int messageType, Action action, byte[] payload) {
        var header = SignedPayload.encoded(header(messageType, action));
        var content = SignedPayload.encoded(payload);
        try {
            var signature = algorithm.signature();
            signature.initSign(key);
            signature.update(SignedPayload.signingInput(header, content));
            var encoded = SignedPayload.encoded(signature.sign());
            return new SignedPayload(messageType, header, content, encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with this key", e);
        }
    }

    private byte[] header(int messageType, Action action) {
        return SignedPayload.bytes(
                JsonNodeFactory.instance
                        .objectNode()
                        .put(SignedPayload.ALGORITHM, algorithm.name())
                        .put(SignedPayload.ACTION, action.wireName())
                        .put(SignedPayload.MESSAGE_TYPE, messageType)
                        .put(SignedPayload.THUMBPRINT, thumbprint));
    }
}
