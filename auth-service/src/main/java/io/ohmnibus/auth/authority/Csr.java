/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A signing request (RFC 2986) whose owner holds the private key, and whose key is strong enough.
 *
 * @param pem as the station sent it
 */
public record Csr(String pem, X500Name subject, PublicKey key) {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 8192;
    private static final int LEAST_CURVE_BITS = 224;

    /**
     * Reads a request; checks its signature (RFC 2986) and its key (A00.FR.501 to A00.FR.506). The
     * bytes are a stranger's: whatever a parser trips over, the request cannot be read.
     */
    public static Csr parse(String pem) throws InvalidRequest {
        PKCS10CertificationRequest request = read(pem);
        try {
            PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
            requireStrong(key);
            requireModern(request);
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new InvalidRequest(
                        "InvalidSignature", "the request is not signed by its key");
            }
            return new Csr(pem, request.getSubject(), key);
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw new InvalidRequest("InvalidKey", "the key or signature cannot be used");
        } catch (RuntimeException e) {
            throw new InvalidRequest("InvalidCSR", "the request cannot be read");
        }
    }

    private static PKCS10CertificationRequest read(String pem) throws InvalidRequest {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (parser.readObject() instanceof PKCS10CertificationRequest request) {
                return request;
            }
        } catch (IOException | RuntimeException e) {
            throw new InvalidRequest("InvalidCSR", "the request cannot be read");
        }
        throw new InvalidRequest("InvalidCSR", "there is no PKCS#10 request in PEM");
    }

    private static void requireStrong(PublicKey key) throws InvalidRequest {
        boolean strong =
                switch (key) {
                    case RSAPublicKey rsa -> // A00.FR.502
                            rsa.getModulus().bitLength() >= LEAST_RSA_BITS
                                    && rsa.getModulus().bitLength() <= MOST_RSA_BITS;
                    case ECPublicKey curve -> // A00.FR.503
                            curve.getParams().getCurve().getField().getFieldSize()
                                    >= LEAST_CURVE_BITS;
                    case EdECPublicKey _ -> true;
                    default -> false;
                };
        if (!strong) {
            throw new InvalidRequest(
                    "WeakKey", "the key is not RSA of 2048 to 8192 bits, nor EC of 224 and more");
        }
    }

    private static void requireModern(PKCS10CertificationRequest request) throws InvalidRequest {
        String name =
                new DefaultSignatureNameFinder()
                        .getAlgorithmName(request.getSignatureAlgorithm())
                        .toUpperCase(Locale.ROOT);
        if (name.contains("SHA1") || name.contains("MD5") || name.contains("MD2")) { // A00.FR.504
            throw new InvalidRequest("WeakHash", "the request is signed with " + name);
        }
    }

    /** CN in the subject; empty unless there is exactly one. */
    public Optional<String> commonName() {
        return only(BCStyle.CN);
    }

    /** O in the subject; empty unless there is exactly one. */
    public Optional<String> organization() {
        return only(BCStyle.O);
    }

    private Optional<String> only(ASN1ObjectIdentifier attribute) {
        RDN[] found = subject.getRDNs(attribute);
        return found.length == 1 && !found[0].isMultiValued()
                ? Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()))
                : Optional.empty();
    }
}
