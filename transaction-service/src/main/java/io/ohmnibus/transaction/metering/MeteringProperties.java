/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long meter values are kept.
 *
 * @param keptFor since we got them, in whole months; for ever where it is not set
 */
@Validated
@ConfigurationProperties("ohmnibus.transaction.metering")
record MeteringProperties(@DurationMin(days = 31) @Nullable Duration keptFor) {}
