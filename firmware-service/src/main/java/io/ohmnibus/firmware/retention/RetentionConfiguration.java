/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.retention;

import io.ohmnibus.platform.retention.OldRows;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what is old in the tables of firmware-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfiguration {

    @Bean
    OldRows oldEvents(RetentionProperties properties) {
        return new OldRows(properties.events(), List.of("events where received_at < :before"));
    }
}
