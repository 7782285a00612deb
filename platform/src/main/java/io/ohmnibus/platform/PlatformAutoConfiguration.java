/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform;

import io.ohmnibus.platform.background.Preparation;
import io.ohmnibus.platform.secret.Sealing;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;

/** What everything else in the platform asks for: the properties and the clock. */
@AutoConfiguration
@EnableConfigurationProperties(OhmnibusProperties.class)
final class PlatformAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Sealing sealing(OhmnibusProperties properties) {
        String secret = properties.security().sealingSecret();
        if (secret == null) {
            throw new InvalidConfigurationPropertyValueException(
                    "ohmnibus.security.secret-key",
                    null,
                    "Set it, or ohmnibus.security.password-pepper, to the same secret in all"
                            + " services and gateways.");
        }
        return new Sealing(secret, new SecureRandom());
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Preparation preparation() {
        return new Preparation();
    }
}
