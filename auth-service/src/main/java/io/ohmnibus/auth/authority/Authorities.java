/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import io.ohmnibus.auth.authority.AuthorityProperties.Authority;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/** The authority of each use of a certificate. */
@Component
@EnableConfigurationProperties(AuthorityProperties.class)
public class Authorities {

    private final Map<CertificateUse, CertificateAuthority> byUse =
            new EnumMap<>(CertificateUse.class);

    Authorities(AuthorityProperties properties, Clock clock) {
        KeyStoreAuthority.Terms terms =
                new KeyStoreAuthority.Terms(properties.organization(), properties.validity());
        properties
                .authorities()
                .forEach((use, authority) -> byUse.put(use, open(authority, terms, clock)));
    }

    private static CertificateAuthority open(
            Authority authority, KeyStoreAuthority.Terms terms, Clock clock) {
        Path file = authority.keyStore();
        URI webhook = authority.webhook();
        if (file != null) {
            return KeyStoreAuthority.open(file, authority.keyStorePassword(), terms, clock);
        }
        if (webhook != null) {
            return new WebhookAuthority(WebClient.builder(), webhook, authority.token());
        }
        throw new IllegalStateException("An authority has either a key-store or a webhook");
    }

    /** Who signs for a use, if anybody. */
    public Optional<CertificateAuthority> of(CertificateUse use) {
        return Optional.ofNullable(byUse.get(use));
    }
}
