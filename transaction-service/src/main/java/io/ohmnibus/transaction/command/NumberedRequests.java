/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.CommandRequests;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.command.StationRegister;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends requests with numbers that nobody else uses. */
@Component
public final class NumberedRequests {

    private static final int ATTEMPTS = 10;

    private final StationRegister stations;
    private final Commands commands;
    private final CommandRequests bodies;

    NumberedRequests(StationRegister stations, Commands commands, CommandRequests bodies) {
        this.stations = stations;
        this.commands = commands;
        this.bodies = bodies;
    }

    /**
     * An action with a number in it.
     *
     * @param field the number's
     * @param unique the rule that is broken by a number which was used before
     */
    public record Numbered(Action action, String field, String unique) {}

    /** The number, and the command that carries it. */
    public record Sent(int number, UUID commandId) {

        /** Where the outcome of the command is. */
        public URI location() {
            return URI.create("/api/transaction/commands/" + commandId);
        }
    }

    /**
     * Sends a request of OCPP that lacks its number.
     *
     * @param numbers gives the next one each time
     */
    public Mono<Sent> send(
            StationKey station, Numbered action, JsonNode body, Mono<Integer> numbers) {
        ObjectNode wanted = read(action, body);
        request(action, wanted, 0); // wrong whatever the number will be
        return stations.require(station)
                .then(Mono.defer(() -> attempt(station, action, wanted, numbers)))
                // The caller of the generic endpoint chooses numbers too, and may have had this
                // one.
                .retryWhen(Retry.max(ATTEMPTS).filter(failure -> used(action, failure)));
    }

    private Mono<Sent> attempt(
            StationKey station, Numbered action, ObjectNode wanted, Mono<Integer> numbers) {
        return numbers.flatMap(number ->
                commands.send(station, request(action, wanted, number), CommandOptions.DEFAULT)
                        .map(command -> new Sent(number, command)));
    }

    private static boolean used(Numbered action, Throwable failure) {
        return failure instanceof RuleViolation rule && rule.requirement().equals(action.unique());
    }

    private static ObjectNode read(Numbered action, JsonNode body) {
        if (body instanceof ObjectNode wanted && !wanted.has(action.field())) {
            return wanted;
        }
        throw Problem.badRequest(action.field(), "is given by the platform");
    }

    private Request<?> request(Numbered action, ObjectNode wanted, int number) {
        String json = wanted.deepCopy().put(action.field(), number).toString();
        return bodies.read(
                action.action(), action.action().wireName(), json.getBytes(StandardCharsets.UTF_8));
    }
}
