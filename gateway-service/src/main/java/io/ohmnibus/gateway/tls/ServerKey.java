/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/**
 * The key of a server's bundle. That it belongs to the certificate is checked first: while two
 * files are replaced, a new key may stand beside an old certificate.
 *
 * @param chain the certificate first
 */
record ServerKey(boolean ec, List<X509Certificate> chain) {

    static ServerKey of(String name, SslBundle bundle) {
        KeyStore keys = bundle.getStores().getKeyStore();
        if (keys == null) {
            throw new IllegalStateException("SSL bundle " + name + " has no key store");
        }
        char[] password = password(bundle);
        try {
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getKey(alias, password) instanceof PrivateKey key) {
                    return of(name, key, chain(keys, alias));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SSL bundle " + name + " cannot be used", e);
        }
        throw new IllegalStateException("SSL bundle " + name + " has no private key");
    }

    private static char @Nullable [] password(SslBundle bundle) {
        String own = bundle.getKey().getPassword();
        String password = own == null ? bundle.getStores().getKeyStorePassword() : own;
        return password == null ? null : password.toCharArray();
    }

    private static List<X509Certificate> chain(KeyStore keys, String alias)
            throws KeyStoreException {
        return Arrays.stream(keys.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static ServerKey of(String bundle, PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException {
        boolean ec = key.getAlgorithm().equals("EC");
        byte[] text = bundle.getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance(ec ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(chain.getFirst());
        signature.update(text);
        if (!signature.verify(signed)) {
            throw new IllegalStateException(
                    "SSL bundle " + bundle + ": the key is not that of the certificate");
        }
        return new ServerKey(ec, chain);
    }
}
