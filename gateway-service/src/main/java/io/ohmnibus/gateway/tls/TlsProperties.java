/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import io.ohmnibus.platform.ocpp.StationKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The ports with TLS. Certificates come from Spring Boot's SSL bundles; those with {@code
 * reload-on-update} are replaced without closing a connection.
 *
 * @param port for TLS with HTTP Basic, security profile 2; 0 takes a free one, without one it is
 *     off
 * @param mutualPort for TLS with client certificates, security profile 3; likewise
 * @param certificates names of the bundles with the server's certificates and keys: one, or one
 *     with an EC and one with an RSA key (A00.FR.318)
 * @param trust name of the bundle whose trust store holds the authorities that sign certificates of
 *     stations; needed for profile 3
 * @param ciphers suites for TLS 1.2, best first; those of TLS 1.3 are always on (A00.FR.318)
 * @param maxChain certificates that a station may send, its own included
 * @param organizations by tenant: the organization that must own the certificates of its stations
 *     (A00.FR.404); a tenant without one is not checked for it
 * @param openssl whether OpenSSL is used where it is on the class path
 */
@Validated
@ConfigurationProperties("ohmnibus.gateway.tls")
public record TlsProperties(
        @Nullable @Min(0) @Max(65535) Integer port,
        @Nullable @Min(0) @Max(65535) Integer mutualPort,
        @DefaultValue List<String> certificates,
        @Nullable String trust,
        @DefaultValue({
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_RSA_WITH_AES_256_GCM_SHA384"
                })
                List<String> ciphers,
        @Min(1) @Max(10) @DefaultValue("4") int maxChain,
        @DefaultValue Map<String, String> organizations,
        @DefaultValue("true") boolean openssl) {

    public TlsProperties {
        certificates = List.copyOf(certificates);
        ciphers = List.copyOf(ciphers);
        organizations = Map.copyOf(organizations);
        if ((port != null || mutualPort != null) && certificates.isEmpty()) {
            throw new IllegalArgumentException(
                    "A port with TLS needs ohmnibus.gateway.tls.certificates, names of SSL bundles");
        }
        if (mutualPort != null && trust == null) {
            throw new IllegalArgumentException(
                    "ohmnibus.gateway.tls.mutual-port needs ohmnibus.gateway.tls.trust, an SSL bundle");
        }
    }

    /**
     * The tenant that a certificate is of, by the organizations in it: the only one that wants one
     * of them, or the default one where that wants none.
     */
    public Optional<String> tenantOf(StationCertificate certificate) {
        List<String> owners =
                organizations.entrySet().stream()
                        .filter(owner -> certificate.organizations().contains(owner.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (owners.isEmpty() && !organizations.containsKey(StationKey.DEFAULT_TENANT)) {
            return Optional.of(StationKey.DEFAULT_TENANT);
        }
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }
}
