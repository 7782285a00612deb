/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.call.CallRelay;
import io.ohmnibus.gateway.command.CommandOutcomes;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What all sessions use. */
@Component
record SessionServices(
        CallRelay calls,
        CommandOutcomes outcomes,
        GatewayMetrics metrics,
        GatewayProperties properties,
        Clock clock) {}
