/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.retention;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is remembered what stations reported.
 *
 * @param events what NotifyEvent told (N07)
 */
@Validated
@ConfigurationProperties("ohmnibus.firmware.retention")
record RetentionProperties(@DurationMin(days = 1) @DefaultValue("P400D") Duration events) {}
