/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a station can make the platform store of its display messages.
 *
 * @param maxMessages messages that are mirrored of one station
 * @param completeWithin a report that is not complete so long after its last part is partial
 * @param maxParts parts of one report; the rest is counted, not taken
 * @param maxReports reports that are remembered of a station; the oldest gives way
 * @param maxUnsolicited reports among them that nobody asked for
 * @param reconcileAfterBoot whether the platform asks a station what it holds when it has booted
 */
@Validated
@ConfigurationProperties("ohmnibus.station.display")
public record DisplayProperties(
        @Min(1) @Max(100_000) @DefaultValue("1000") int maxMessages,
        @NotNull @DefaultValue("PT5M") Duration completeWithin,
        @Min(1) @Max(100_000) @DefaultValue("500") int maxParts,
        @Min(1) @Max(10_000) @DefaultValue("100") int maxReports,
        @Min(1) @Max(1_000) @DefaultValue("20") int maxUnsolicited,
        @DefaultValue("true") boolean reconcileAfterBoot) {}
