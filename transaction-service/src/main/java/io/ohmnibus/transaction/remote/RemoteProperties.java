/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How remote requests are followed.
 *
 * @param effectWithin what has not happened by then is not expected any more; longer than drivers
 *     have to plug in (EVConnectionTimeOut)
 * @param maxRequests that are remembered of a station; the oldest gives way
 */
@Validated
@ConfigurationProperties("ohmnibus.transaction.remote")
record RemoteProperties(
        @NotNull @DefaultValue("PT10M") Duration effectWithin,
        @Min(1) @Max(100_000) @DefaultValue("500") int maxRequests) {}
