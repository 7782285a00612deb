/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.signing;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signed messages of stations are treated.
 *
 * @param policy what passes
 * @param certificates PEM files with the certificates whose keys may sign
 */
@ConfigurationProperties("ohmnibus.gateway.signing")
record SigningProperties(
        @DefaultValue("accept") Policy policy, @DefaultValue List<Path> certificates) {

    SigningProperties {
        certificates = List.copyOf(certificates);
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
