/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who signs the certificates of stations.
 *
 * @param organization the CSO's name, O in the certificates (A00.FR.509)
 * @param validity how long certificates of an own authority are valid
 * @param renewBefore how long before its end a station is asked to renew its certificate; 0 leaves
 *     that to operators and stations
 * @param renewAgain how long after that it is asked again when there is no new one
 * @param requestsPerDay how many signing requests one station may make in 24 hours
 * @param authorities by use; stations that ask for another use are refused
 */
@Validated
@ConfigurationProperties("ohmnibus.certificates")
public record AuthorityProperties(
        @NotBlank @DefaultValue("Ohmnibus") String organization,
        @DefaultValue("365d") Duration validity,
        @DefaultValue("30d") Duration renewBefore,
        @DurationMin(minutes = 1) @DefaultValue("1d") Duration renewAgain,
        @Min(1) @DefaultValue("20") int requestsPerDay,
        @DefaultValue Map<CertificateUse, @Valid Authority> authorities) {

    public AuthorityProperties {
        authorities = Map.copyOf(authorities);
    }

    /**
     * One authority: a PKCS#12 file, or a webhook.
     *
     * @param keyStore holds the CA's key and chain
     * @param webhook gets the requests
     * @param token the bearer token for the webhook
     */
    public record Authority(
            @Nullable Path keyStore,
            @DefaultValue("") String keyStorePassword,
            @Nullable URI webhook,
            @Nullable String token) {

        @AssertTrue(message = "has either a key-store or a webhook")
        boolean isOneOfBoth() {
            return (keyStore == null) != (webhook == null);
        }

        @Override
        public String toString() {
            return "Authority[keyStore=" + keyStore + ", webhook=" + webhook + "]";
        }
    }
}
