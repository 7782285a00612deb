/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.InstanceProperties;
import io.ohmnibus.gateway.call.CallRelay;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.command.CommandOutcomes;
import io.ohmnibus.gateway.journal.Journal;
import io.ohmnibus.gateway.ownership.Fence;
import io.ohmnibus.gateway.signing.Signatures;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What all sessions use. */
@Component
record SessionServices(
        CallRelay calls,
        Fence fence,
        CommandOutcomes outcomes,
        Registrations registrations,
        Journal journal,
        Signatures signatures,
        Settings settings,
        GatewayMetrics metrics,
        Clock clock) {

    /** What can be set. */
    @Component
    record Settings(
            GatewayProperties gateway,
            InstanceProperties instance,
            SessionProperties session,
            Treatments treatments) {}

    /** Completes when this instance may act for that connection. */
    Mono<Void> mayAct(Link link) {
        return fence.passed(link.station(), link.entry());
    }

    Duration drainTime() {
        return settings.instance().drainTime();
    }

    GatewayProperties properties() {
        return settings.gateway();
    }

    SessionProperties limits() {
        return settings.session();
    }

    Treatments treatments() {
        return settings.treatments();
    }
}
