/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.transaction.command.NumberedRequests;
import io.ohmnibus.transaction.command.NumberedRequests.Numbered;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Starts transactions with remoteStartIds that nobody else uses. */
@RestController
final class RemoteStartResource {

    private static final String EXAMPLE =
            """
            {"evseId": 1, "idToken": {"idToken": "ABCD1234", "type": "ISO14443"}}
            """;
    private static final Numbered START =
            new Numbered(
                    Action.REQUEST_START_TRANSACTION,
                    "remoteStartId",
                    RequestStartTransactionCommand.UNIQUE);

    private final NumberedRequests numbered;
    private final RemoteRequests requests;

    RemoteStartResource(NumberedRequests numbered, RemoteRequests requests) {
        this.numbered = numbered;
        this.requests = requests;
    }

    /** The id that the transaction will carry, and the command that asks for it. */
    record Started(int remoteStartId, UUID commandId) {}

    @Operation(
            summary = "Starts a transaction from afar",
            description =
                    "The body is RequestStartTransactionRequest of OCPP without"
                            + " remoteStartId, which is allotted.")
    @Refuses(value = 422, when = "A rule of OCPP forbids this request, as `requirement` says")
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
        return numbered.send(key, START, body, requests.nextRemoteStartId())
                .map(sent ->
                        ResponseEntity.accepted()
                                .location(sent.location())
                                .body(new Started(sent.number(), sent.commandId())));
    }
}
