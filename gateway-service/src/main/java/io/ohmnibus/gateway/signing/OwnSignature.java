/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.signing;

import io.ohmnibus.ocpp.signing.Signer;
import io.ohmnibus.ocpp.signing.SigningAlgorithm;
import io.ohmnibus.platform.ocpp.StationKey;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Signs our messages to those stations for which that is configured (Part 4, 7). */
@Component
public final class OwnSignature {

    private static final Logger log = LoggerFactory.getLogger(OwnSignature.class);

    private final Set<String> stations;
    private volatile @Nullable Signer signer;

    OwnSignature(SigningProperties properties, SslBundles bundles) {
        this.stations = properties.stations();
        String name = properties.bundle();
        if (name != null && !stations.isEmpty()) {
            signer = signer(name, bundles.getBundle(name));
            bundles.addBundleUpdateHandler(name, changed -> reload(name, changed));
        }
    }

    /** What signs messages to that station; empty where they go unsigned. */
    public Optional<Signer> of(StationKey station) {
        if (stations.isEmpty()) {
            return Optional.empty();
        }
        return stations.contains(station.tenant()) || stations.contains(station.toString())
                ? Optional.ofNullable(signer)
                : Optional.empty();
    }

    private void reload(String name, SslBundle changed) {
        try {
            signer = signer(name, changed);
        } catch (RuntimeException broken) {
            log.error("SSL bundle {} changed but cannot sign; the old key stays", name, broken);
        }
    }

    private static Signer signer(String name, SslBundle bundle) {
        KeyStore keys = bundle.getStores().getKeyStore();
        if (keys == null) {
            throw new IllegalStateException("SSL bundle " + name + " has no private key");
        }
        String password = bundle.getKey().getPassword();
        try {
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getKey(alias, password == null ? new char[0] : password.toCharArray())
                                instanceof PrivateKey key
                        && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                    return new Signer(
                            key.getAlgorithm().equals("RSA")
                                    ? SigningAlgorithm.RS256
                                    : SigningAlgorithm.ES256,
                            key,
                            certificate);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SSL bundle " + name + " cannot sign", e);
        }
        throw new IllegalStateException("SSL bundle " + name + " has no private key");
    }
}
