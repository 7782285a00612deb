/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.retention;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is remembered what auth-service did.
 *
 * @param operations security events, changes of passwords and of security profiles, certificates
 *     that stations cannot use any more, and claims of tokens by transactions that never ended
 * @param singleUse virtual tokens (C03, C05) whose transaction never started, from their last
 *     change on and not before their validity is over; then they are unknown
 */
@Validated
@ConfigurationProperties("ohmnibus.auth.retention")
record RetentionProperties(
        @DurationMin(days = 1) @DefaultValue("P400D") Duration operations,
        @DurationMin(hours = 1) @DefaultValue("P7D") Duration singleUse) {}
