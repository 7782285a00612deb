/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether certificates of stations are asked after (A00.FR.702, A00.FR.705).
 *
 * @param mode what happens when nobody can say
 * @param crlFiles revocation lists on disk, in PEM or DER; a changed file is read again
 * @param timeout for one request to an authority
 * @param cache how long an answer is good for, when it does not say less itself
 * @param allowPrivateAddresses whether authorities may have loopback, link-local or private
 *     addresses (A38)
 */
@ConfigurationProperties("ohmnibus.gateway.revocation")
public record RevocationProperties(
        @DefaultValue("REQUIRED") Mode mode,
        @DefaultValue List<Path> crlFiles,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10m") Duration cache,
        @DefaultValue("false") boolean allowPrivateAddresses) {

    public RevocationProperties {
        crlFiles = List.copyOf(crlFiles);
    }

    /** What happens when nobody can say whether a certificate was revoked. */
    public enum Mode {
        /** It is refused. */
        REQUIRED,
        /** It is accepted. */
        TOLERANT,
        /** Nobody is asked; what auth-service says about serial numbers still counts. */
        OFF
    }
}
