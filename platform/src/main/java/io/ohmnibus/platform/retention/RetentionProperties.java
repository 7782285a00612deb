/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.retention;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long each service remembers what it asked of stations.
 *
 * @param commands commands that have ended, and campaigns
 */
@Validated
@ConfigurationProperties("ohmnibus.retention")
record RetentionProperties(@DurationMin(days = 1) @DefaultValue("P400D") Duration commands) {}
