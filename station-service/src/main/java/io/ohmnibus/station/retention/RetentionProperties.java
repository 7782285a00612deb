/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.retention;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is remembered what happened to stations.
 *
 * @param availability states of connectors, EVSEs and stations, and ChangeAvailability; uptime
 *     cannot be counted beyond it. What stood at its end is kept
 * @param operations resets, migrations, reports, variables that were read and set
 */
@Validated
@ConfigurationProperties("ohmnibus.station.retention")
record RetentionProperties(
        @DurationMin(days = 1) @DefaultValue("P400D") Duration availability,
        @DurationMin(days = 1) @DefaultValue("P400D") Duration operations) {}
