/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.retention;

import io.ohmnibus.auth.decision.DecisionProperties;
import io.ohmnibus.platform.retention.OldRows;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what is old in the tables of auth-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RetentionProperties.class, DecisionProperties.class})
class RetentionConfiguration {

    @Bean
    OldRows oldDecisions(DecisionProperties properties) {
        return new OldRows(
                properties.decisionsKept(),
                List.of("authorization_decisions where decided_at < :before"));
    }

    /**
     * A certificate that a station may still come with is kept, whatever became of it; and one that
     * is revoked until it has expired.
     */
    @Bean
    OldRows oldOperations(RetentionProperties properties) {
        return new OldRows(
                properties.operations(),
                List.of(
                        "security_events where received_at < :before",
                        "password_changes where ended_at < :before",
                        "profile_changes where ended_at < :before",
                        "wrong_tokens where since < :before",
                        "active_transactions where since < :before",
                        """
                        station_certificates where changed_at < :before
                        and status not in ('REQUESTED', 'ISSUED', 'INSTALLED')
                        and (not_after is null or not_after < :before)
                        """));
    }

    /** No local list has them, so nobody needs to be told that they are gone. */
    @Bean
    OldRows unusedTokens(RetentionProperties properties) {
        return new OldRows(
                properties.singleUse(),
                List.of(
                        """
                        tokens t where single_use and updated_at < :before
                        and (valid_until is null or valid_until < :before)
                        and not exists (
                            select from active_transactions a
                            where a.tenant = t.tenant and a.token_type = t.type
                            and a.token_key = t.token_key)
                        """));
    }
}
