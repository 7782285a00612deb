/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How stations reach this gateway instance, and what it allows them.
 *
 * @param address the address that the ports for stations are opened on
 * @param port for plain WebSockets with HTTP Basic, security profile 1; 0 takes a free one, without
 *     one it is off, as it should be outside trusted networks (A00.FR.201)
 * @param ordinal which instance this is, from 0; by default the number at the end of the host name,
 *     as a StatefulSet gives it, else 0
 * @param maxFrame the largest message, after inflating and joining its fragments
 * @param pingInterval how long a WebSocket may be silent before it is pinged; it is given up when
 *     nothing came for three intervals
 * @param callTimeout how long a station waits for the answer to its CALL before it is told that
 *     nothing was accepted
 * @param commandTimeout how long a station may take to answer a CALL of ours
 * @param maxPendingCalls CALLs of all stations that may wait for their answers at one time
 * @param maxWaitingCommands commands that may wait for one station at one time
 */
@Validated
@ConfigurationProperties("ohmnibus.gateway")
public record GatewayProperties(
        @NotBlank @DefaultValue("0.0.0.0") String address,
        @Nullable @Min(0) @Max(65535) Integer port,
        @Nullable @Min(0) Integer ordinal,
        @DefaultValue("1MB") DataSize maxFrame,
        @DefaultValue("30s") Duration pingInterval,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("30s") Duration commandTimeout,
        @Min(1) @DefaultValue("20000") int maxPendingCalls,
        @Min(1) @DefaultValue("100") int maxWaitingCommands) {

    /** The largest message in bytes. */
    public int maxFrameBytes() {
        return Math.toIntExact(maxFrame.toBytes());
    }
}
