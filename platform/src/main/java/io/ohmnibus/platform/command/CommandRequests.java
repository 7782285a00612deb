/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Direction;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What a REST request wants to be sent, read and checked against OCPP 2.1. */
public final class CommandRequests {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1, Side.STATION);

    private final CommandHandlers handlers;

    CommandRequests(CommandHandlers handlers) {
        this.handlers = handlers;
    }

    /** Who sends. */
    public Service service() {
        return handlers.service();
    }

    /** The action of that name that this service sends, or empty. */
    public Optional<Action> find(String name) {
        return Action.ofWireName(name)
                .filter(action ->
                        service().owns(action) && action.direction() != Direction.TO_CSMS);
    }

    /** Says that this service sends no such action. */
    public String unknown(String name) {
        return service().id() + "-service sends no action " + name;
    }

    /** The request in a payload, or 400 that names the field of the body which it stands in. */
    public Request<?> read(Action action, String field, byte[] payload) {
        try {
            return (Request<?>) CODEC.readPayload(action.requestType(), payload);
        } catch (OcppException e) {
            throw Problem.badRequest(field, e.error().description());
        }
    }

    /**
     * Completes when the request keeps the rules that hold for every station; else fails with
     * {@link io.ohmnibus.platform.ocpp.RuleViolation}.
     */
    public Mono<Void> check(Request<?> request) {
        return handlers.check(request);
    }

    /** The payload of a request, JSON of OCPP 2.1. */
    public static String write(Request<?> request) {
        return new String(CODEC.writePayload(request), StandardCharsets.UTF_8);
    }

    /** A payload as people may see it, without secrets; the very same when it has none. */
    public static String shown(String payload) {
        return HiddenSecrets.in(payload);
    }
}
