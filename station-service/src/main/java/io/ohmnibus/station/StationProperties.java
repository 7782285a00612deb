/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What can be set for this service alone. */
@Validated
@ConfigurationProperties("ohmnibus.station")
public record StationProperties(
        @Valid @DefaultValue Boot boot, @Valid @DefaultValue Reports reports) {

    /**
     * What BootNotification is answered with where a station has no interval of its own.
     *
     * @param heartbeatInterval between Heartbeats of an accepted station
     * @param retryInterval between the BootNotifications of one that is not accepted
     */
    public record Boot(
            @NotNull @DefaultValue("PT5M") Duration heartbeatInterval,
            @NotNull @DefaultValue("PT1M") Duration retryInterval) {}

    /**
     * How much a station can make the platform store.
     *
     * @param completeWithin a report that is not complete after this time is partial
     * @param maxParts parts of one report; the rest is counted, not stored
     * @param maxUnsolicited reports that nobody asked for; the oldest gives way
     * @param maxVariables variables in the device model of one station
     * @param readDeviceModel whether the platform asks for the whole device model by itself, at the
     *     first boot of a station and when its hardware or firmware has changed
     */
    public record Reports(
            @NotNull @DefaultValue("PT10M") Duration completeWithin,
            @Min(1) @Max(100_000) @DefaultValue("5000") int maxParts,
            @Min(1) @Max(1_000) @DefaultValue("20") int maxUnsolicited,
            @Min(100) @Max(1_000_000) @DefaultValue("200000") int maxVariables,
            @DefaultValue("true") boolean readDeviceModel) {}
}
