/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How clocks of stations are judged (pain 12).
 *
 * @param bound how far a clock may be from ours, ahead or behind, before it is told and counted
 * @param queued for how long after a station has connected its messages may be such as it could not
 *     send before, which says nothing about a clock that looks behind
 */
@Validated
@ConfigurationProperties("ohmnibus.station.clocks")
record ClockProperties(
        @NotNull @DefaultValue("PT1M") Duration bound,
        @NotNull @DefaultValue("PT5M") Duration queued) {}
