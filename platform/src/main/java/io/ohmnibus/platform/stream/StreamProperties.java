/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The live stream of events.
 *
 * @param keep how long events are kept for clients that resume
 * @param heartbeat something is sent at least this often
 * @param stalled a client that takes nothing for so long is cut off
 * @param longest a stream ends after this time, so that nobody listens on with a token that has
 *     expired; clients resume
 * @param most streams that one instance serves at a time
 */
@Validated
@ConfigurationProperties("ohmnibus.stream")
record StreamProperties(
        @NotNull @DefaultValue("P1D") Duration keep,
        @NotNull @DefaultValue("PT15S") Duration heartbeat,
        @NotNull @DefaultValue("PT1M") Duration stalled,
        @NotNull @DefaultValue("PT1H") Duration longest,
        @Min(1) @Max(10_000) @DefaultValue("200") int most) {}
