/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.retention;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is remembered what stations were asked.
 *
 * @param operations remote control, and what stations said of their transactions
 */
@Validated
@ConfigurationProperties("ohmnibus.transaction.retention")
record RetentionProperties(@DurationMin(days = 1) @DefaultValue("P400D") Duration operations) {}
