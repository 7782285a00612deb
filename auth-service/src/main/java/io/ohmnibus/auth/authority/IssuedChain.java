/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** What an authority gave is trusted no further than this: a wrong one would lock a station out. */
public final class IssuedChain {

    private IssuedChain() {}

    /** Fails with {@link SigningRefused} when the chain is not what was ordered. */
    public static void check(SigningOrder order, List<X509Certificate> chain, Instant now) {
        X509Certificate leaf = chain.getFirst();
        require(
                leaf.getPublicKey().equals(order.csr().key()),
                "The certificate is for another key");
        require(
                order.use() != CertificateUse.CHARGING_STATION
                        || names(leaf).equals(List.of(order.commonName())), // A00.FR.405
                "The certificate is for another name");
        try {
            leaf.checkValidity(Date.from(now));
        } catch (CertificateExpiredException _) {
            throw new SigningRefused("The certificate has expired");
        } catch (CertificateException _) {
            throw new SigningRefused("The certificate is not valid yet");
        }
        for (int i = 0; i < chain.size() - 1; i++) {
            requireSignature(chain.get(i), chain.get(i + 1));
        }
    }

    private static List<String> names(X509Certificate leaf) {
        X500Name subject = X500Name.getInstance(leaf.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(BCStyle.CN))
                .map(name -> IETFUtils.valueToString(name.getFirst().getValue()))
                .toList();
    }

    private static void requireSignature(X509Certificate signed, X509Certificate issuer) {
        try {
            signed.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException _) {
            throw new SigningRefused(
                    "The chain is broken: a certificate is not signed by the next");
        }
    }

    private static void require(boolean holds, String text) {
        if (!holds) {
            throw new SigningRefused(text);
        }
    }
}
