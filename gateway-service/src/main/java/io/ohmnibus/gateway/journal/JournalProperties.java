/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.journal;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the frame journal must not show.
 *
 * @param maskIdTokens whether the tokens of drivers are masked
 * @param secretVariables names of variables whose values are masked: those that the device model
 *     calls write-only
 */
@ConfigurationProperties("ohmnibus.gateway.journal")
record JournalProperties(
        @DefaultValue("true") boolean maskIdTokens,
        @DefaultValue({
                    "BasicAuthPassword",
                    "SharedSecret",
                    "VpnPassword",
                    "VpnKey",
                    "ApnPassword",
                    "ApnSimPin"
                })
                Set<String> secretVariables) {

    JournalProperties {
        secretVariables = Set.copyOf(secretVariables);
    }
}
