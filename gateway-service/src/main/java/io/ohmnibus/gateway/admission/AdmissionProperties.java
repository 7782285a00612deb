/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many may come in, and how fast.
 *
 * @param handshakeLimit from accepting the connection to the WebSocket, TLS included
 * @param maxConnectionsPerAddress open connections of one IPv4 address or IPv6 /64
 * @param maxPendingConnections connections whose handshake is not complete
 * @param handshakesPerSecond handshakes that are looked at; more get 503, after a burst of as many
 *     as come in two seconds
 * @param connectsPerMinute how often one station may connect in the long run; more get 429
 * @param connectBurst how often it may at once
 * @param freeAttempts wrong credentials for one identity or from one address within 15 minutes that
 *     are answered at once
 * @param maxAttemptDelay the longest that later ones wait for their answer; each waits twice as
 *     long as the one before it, from one second on
 * @param refuseUnknownSubprotocol whether a handshake without a common sub-protocol is refused with
 *     400 instead of being completed and closed as Part 4, 3.3 says
 */
@Validated
@ConfigurationProperties("ohmnibus.gateway.admission")
public record AdmissionProperties(
        @DefaultValue("10s") Duration handshakeLimit,
        @Min(1) @DefaultValue("2500") int maxConnectionsPerAddress,
        @Min(1) @DefaultValue("5000") int maxPendingConnections,
        @Min(1) @DefaultValue("500") int handshakesPerSecond,
        @Min(1) @DefaultValue("12") int connectsPerMinute,
        @Min(1) @DefaultValue("20") int connectBurst,
        @Min(0) @DefaultValue("5") int freeAttempts,
        @DefaultValue("8s") Duration maxAttemptDelay,
        @DefaultValue("false") boolean refuseUnknownSubprotocol) {}
