/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import io.ohmnibus.platform.background.Preparation;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.r2dbc.ConnectionFactoryDecorator;
import org.springframework.context.annotation.Bean;

/** The schema is brought up to date while the rest of the application is made. */
@AutoConfiguration
final class StoreAutoConfiguration {

    @Bean
    FlywayMigrationStrategy migration(Preparation preparation) {
        return flyway -> preparation.begin("migration", flyway::migrate);
    }

    @Bean
    ConnectionFactoryDecorator promptConnections() {
        return PromptConnection::of;
    }
}
