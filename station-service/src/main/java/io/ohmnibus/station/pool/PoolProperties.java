/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.pool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Stations that nobody knows.
 *
 * @param maxStations how many are remembered of a tenant; the one that was not seen for the longest
 *     time gives way
 */
@Validated
@ConfigurationProperties("ohmnibus.station.pool")
record PoolProperties(@Min(1) @Max(100_000) @DefaultValue("1000") int maxStations) {}
