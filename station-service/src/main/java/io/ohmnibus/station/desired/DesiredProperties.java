/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Desired values of variables.
 *
 * @param settle how long a station that has booted is left alone before it is asked (pain 24)
 */
@Validated
@ConfigurationProperties("ohmnibus.station.desired")
record DesiredProperties(@NotNull @DefaultValue("PT10S") Duration settle) {}
