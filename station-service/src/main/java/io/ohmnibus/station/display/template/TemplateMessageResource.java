/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sends a station a message that is made of a template. */
@RestController
final class TemplateMessageResource {

    private final StationLookup stations;
    private final TemplateMessages messages;
    private final Commands commands;

    TemplateMessageResource(StationLookup stations, TemplateMessages messages, Commands commands) {
        this.stations = stations;
        this.messages = messages;
        this.commands = commands;
    }

    /**
     * What to show.
     *
     * @param template its name
     * @param id the message of the station that is replaced (O06); a new one without it
     * @param values for the places in the template; what is missing is taken from what is known
     */
    record NewMessage(
            @Schema(example = "welcome") @Nullable String template,
            @Schema(example = "1") @Nullable Integer id,
            @Nullable String transactionId,
            @Nullable Instant startDateTime,
            @Nullable Instant endDateTime,
            @Schema(example = "{\"driver\": \"Ada\"}") @Nullable Map<String, String> values) {

        TemplateMessages.Wanted wanted() {
            if (template == null) {
                throw Problem.badRequest("template", "is the name of a template");
            }
            if (id != null && id < 0) {
                throw Problem.badRequest("id", "is not negative");
            }
            return new TemplateMessages.Wanted(
                    template,
                    id,
                    transactionId,
                    startDateTime,
                    endDateTime,
                    values == null ? Map.of() : values);
        }
    }

    /** The id of the message, and the command that takes it to the station. */
    record Sent(int id, UUID commandId) {}

    @Operation(summary = "Shows a message that is made of a template")
    @Refuses(
            value = 422,
            when = "A placeholder has no value, or a rule of OCPP forbids the message")
    @PostMapping("/stations/{stationId}/display-messages")
    @RequiresPermission("command:SetDisplayMessage")
    Mono<ResponseEntity<Sent>> send(
            Caller caller, @PathVariable String stationId, @RequestBody NewMessage body) {
        TemplateMessages.Wanted wanted = body.wanted();
        return stations.require(caller, stationId)
                .flatMap(station ->
                        messages.make(station, wanted)
                                .flatMap(message ->
                                        send(
                                                station.key(),
                                                new SetDisplayMessageRequest(message, null))));
    }

    private Mono<ResponseEntity<Sent>> send(StationKey station, SetDisplayMessageRequest request) {
        return commands.send(station, request, CommandOptions.DEFAULT)
                .map(command ->
                        ResponseEntity.accepted()
                                .location(URI.create("/api/station/commands/" + command))
                                .body(new Sent(request.message().id(), command)));
    }
}
