/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.InstanceProperties;
import io.ohmnibus.gateway.call.CallRelay;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.gateway.command.CommandOutcomes;
import io.ohmnibus.gateway.journal.Journal;
import io.ohmnibus.gateway.ownership.Fence;
import io.ohmnibus.gateway.signing.OwnSignature;
import io.ohmnibus.gateway.signing.Signatures;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.OcppCodec;
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
        Signing signing,
        Settings settings,
        GatewayMetrics metrics,
        Clock clock) {

    /** Judges what stations sign, and signs what they are sent. */
    @Component
    record Signing(Signatures theirs, OwnSignature ours) {}

    /** A CALL as it goes to that station, signed where that is configured. */
    byte[] call(Link link, OcppCodec codec, Command command, byte[] payload) {
        String id = command.id();
        Action action = command.action();
        return signing.ours()
                .of(link.station())
                .map(by -> codec.writeCall(id, action, payload, by))
                .orElseGet(() -> codec.writeCall(id, action, payload));
    }

    /** The same for a CALLRESULT. */
    byte[] result(Link link, OcppCodec codec, Frame.Call call, byte[] payload) {
        String id = call.messageId();
        return signing.ours()
                .of(link.station())
                .map(by -> codec.writeCallResult(id, call.action(), payload, by))
                .orElseGet(() -> codec.writeCallResult(id, payload));
    }

    Signatures signatures() {
        return signing.theirs();
    }

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
