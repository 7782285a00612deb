/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set for this service alone.
 *
 * @param abandonedAfter without any event for so long, the end of a transaction is no longer
 *     expected, and its token may charge elsewhere; at least a minute
 */
@Validated
@ConfigurationProperties("ohmnibus.transaction")
public record TransactionProperties(
        @NotNull @DurationMin(minutes = 1) @DefaultValue("P2D") Duration abandonedAfter) {}
