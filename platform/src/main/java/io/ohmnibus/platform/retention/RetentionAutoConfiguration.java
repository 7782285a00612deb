/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.retention;

import io.ohmnibus.platform.command.Commands;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Forgets what is old, where there are commands. */
@AutoConfiguration(afterName = "io.ohmnibus.platform.command.CommandAutoConfiguration")
@ConditionalOnBean(Commands.class)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionAutoConfiguration {

    @Bean
    OldRows oldCommands(RetentionProperties properties) {
        return new OldRows(
                properties.commands(),
                List.of(
                        "commands where created_at < :before and completed_at is not null",
                        "campaigns where ended_at < :before"));
    }

    @Bean
    Retention retention(DatabaseClient database, List<OldRows> old, Clock clock) {
        return new Retention(database, old, clock);
    }
}
