/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.signing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signed messages of stations are treated, and to whom we sign ours.
 *
 * @param policy what passes
 * @param certificates PEM files with the certificates whose keys may sign
 * @param bundle name of the SSL bundle with the key and certificate that sign our messages
 * @param stations whose messages are signed: tenants, or single stations as {@code tenant/station};
 *     nobody's, unless said
 */
@ConfigurationProperties("ohmnibus.gateway.signing")
record SigningProperties(
        @DefaultValue("accept") Policy policy,
        @DefaultValue List<Path> certificates,
        @Nullable String bundle,
        @DefaultValue Set<String> stations) {

    SigningProperties {
        certificates = List.copyOf(certificates);
        stations = Set.copyOf(stations);
        if (bundle == null && !stations.isEmpty()) {
            throw new IllegalArgumentException(
                    "ohmnibus.gateway.signing.stations needs ohmnibus.gateway.signing.bundle, an SSL"
                            + " bundle with a key");
        }
    }

    enum Policy {
        /** All but those that a known key did not sign although they name it. */
        ACCEPT,
        /** Those that a known key signed; unsigned ones too. */
        VERIFY,
        /** None: they are answered as not supported. */
        REFUSE
    }
}
