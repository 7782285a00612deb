/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.CommandRequests;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.command.StationRegister;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts transactions with remoteStartIds that nobody else uses. */
@RestController
final class RemoteStartResource {

    private static final String EXAMPLE =
            """
            {"evseId": 1, "idToken": {"idToken": "ABCD1234", "type": "ISO14443"}}
            """;
    private static final int ATTEMPTS = 10;

    private final StationRegister stations;
    private final RemoteRequests requests;
    private final Commands commands;
    private final CommandRequests bodies;

    RemoteStartResource(
            StationRegister stations,
            RemoteRequests requests,
            Commands commands,
            CommandRequests bodies) {
        this.stations = stations;
        this.requests = requests;
        this.commands = commands;
        this.bodies = bodies;
    }

    /** The id that the transaction will carry, and the command that asks for it. */
    record Started(int remoteStartId, UUID commandId) {}

    /** The body is RequestStartTransactionRequest of OCPP without remoteStartId. */
    @PostMapping(
            path = "/stations/{stationId}/remote-starts",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("command:RequestStartTransaction")
    Mono<ResponseEntity<Started>> start(
            Caller caller,
            @PathVariable String stationId,
            @Schema(type = "object", types = "object", example = EXAMPLE) @RequestBody
                    JsonNode body) {
        StationKey key = new StationKey(caller.tenant(), stationId);
        ObjectNode wanted = read(body);
        request(wanted, 0); // wrong whatever the id will be
        return stations.require(key)
                .then(Mono.defer(() -> attempt(key, wanted)))
                // The caller of the generic endpoint chooses ids too, and may have had this one.
                .retryWhen(Retry.max(ATTEMPTS).filter(RemoteStartResource::used))
                .map(started ->
                        ResponseEntity.accepted()
                                .location(
                                        URI.create(
                                                "/api/transaction/commands/" + started.commandId()))
                                .body(started));
    }

    private Mono<Started> attempt(StationKey station, ObjectNode wanted) {
        return requests.nextRemoteStartId()
                .flatMap(id ->
                        commands.send(station, request(wanted, id), CommandOptions.DEFAULT)
                                .map(command -> new Started(id, command)));
    }

    private static boolean used(Throwable failure) {
        return failure instanceof RuleViolation rule
                && rule.requirement().equals(RequestStartTransactionCommand.UNIQUE);
    }

    private static ObjectNode read(JsonNode body) {
        if (body instanceof ObjectNode wanted && !wanted.has("remoteStartId")) {
            return wanted;
        }
        throw Problem.badRequest("remoteStartId", "is given by the platform");
    }

    private Request<?> request(ObjectNode wanted, int remoteStartId) {
        String json = wanted.deepCopy().put("remoteStartId", remoteStartId).toString();
        return bodies.read(
                Action.REQUEST_START_TRANSACTION,
                "RequestStartTransaction",
                json.getBytes(StandardCharsets.UTF_8));
    }
}
