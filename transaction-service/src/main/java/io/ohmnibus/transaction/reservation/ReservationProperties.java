/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What reservations may be, and how long they are remembered.
 *
 * @param longest how far ahead the time may lie at which a reservation ends
 * @param maxPerToken reservations of one token that are open at a time
 * @param expiryGrace how long after its end the station may still tell what became of a
 *     reservation, before the platform concludes that it has expired
 * @param keptFor how long one that is over is remembered
 */
@Validated
@ConfigurationProperties("ohmnibus.transaction.reservation")
public record ReservationProperties(
        @NotNull @DurationMin(minutes = 1) @DefaultValue("P1D") Duration longest,
        @Min(1) @Max(1000) @DefaultValue("10") int maxPerToken,
        @NotNull @DurationMin(seconds = 0) @DefaultValue("PT1M") Duration expiryGrace,
        @NotNull @DurationMin(days = 1) @DefaultValue("P90D") Duration keptFor) {}
