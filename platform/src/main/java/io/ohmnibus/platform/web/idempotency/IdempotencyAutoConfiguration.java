/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.idempotency;

import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.web.ProblemHandler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** {@code Idempotency-Key}, for services with a database. */
@AutoConfiguration(
        after = R2dbcAutoConfiguration.class,
        afterName = "io.ohmnibus.platform.web.WebAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBean({DatabaseClient.class, ProblemHandler.class})
final class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(DatabaseClient database, Sealing sealing) {
        return new IdempotencyKeys(database, sealing);
    }

    @Bean
    IdempotencyFilter idempotencyFilter(IdempotencyKeys keys, ProblemHandler problems) {
        return new IdempotencyFilter(keys, problems);
    }

    @Bean
    KeyCleaner idempotencyKeyCleaner(IdempotencyKeys keys) {
        return new KeyCleaner(keys);
    }
}
