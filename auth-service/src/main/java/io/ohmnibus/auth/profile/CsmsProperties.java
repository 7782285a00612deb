/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How stations reach this CSMS.
 *
 * @param urls by security profile, without the identity of the station
 * @param root PEM file with the root certificate that the server's certificates lead to
 */
@Validated
@ConfigurationProperties("ohmnibus.csms")
public record CsmsProperties(@DefaultValue Map<Integer, String> urls, @Nullable Path root) {

    public CsmsProperties {
        urls = Map.copyOf(urls);
    }
}
