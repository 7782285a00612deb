/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.message.CancelReservationRequest;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.transaction.command.NumberedRequests;
import io.ohmnibus.transaction.command.NumberedRequests.Numbered;
import io.ohmnibus.transaction.command.NumberedRequests.Sent;
import io.ohmnibus.transaction.reservation.Reservations.Filter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Makes, withdraws and lists reservations. */
@RestController
final class ReservationResource {

    private static final String EXAMPLE =
            """
            {"evseId": 1, "expiryDateTime": "2030-01-01T12:00:00Z",
             "idToken": {"idToken": "ABCD1234", "type": "ISO14443"}}
            """;
    private static final String OF_STATION = "/stations/{stationId}/reservations";
    private static final Numbered RESERVE =
            new Numbered(Action.RESERVE_NOW, "id", ReserveNowCommand.UNIQUE);

    private final NumberedRequests numbered;
    private final Reservations reservations;
    private final Commands commands;

    ReservationResource(NumberedRequests numbered, Reservations reservations, Commands commands) {
        this.numbered = numbered;
        this.reservations = reservations;
        this.commands = commands;
    }

    /** The id of the reservation, and the command that asks for it or withdraws it. */
    record Asked(int reservationId, UUID commandId) {}

    @Operation(
            summary = "Reserves an EVSE, a kind of connector, or any EVSE",
            description = "The body is ReserveNowRequest of OCPP without id, which is allotted.")
    @Refuses(value = 422, when = "A rule of OCPP forbids this request, as `requirement` says")
    @PostMapping(path = OF_STATION, consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("command:ReserveNow")
    Mono<ResponseEntity<Asked>> reserve(
            Caller caller,
            @PathVariable String stationId,
            @Schema(type = "object", types = "object", example = EXAMPLE) @RequestBody
                    JsonNode body) {
        StationKey key = new StationKey(caller.tenant(), stationId);
        return numbered.send(key, RESERVE, body, reservations.nextId())
                .map(ReservationResource::accepted);
    }

    @Operation(summary = "Cancels a reservation", description = "By CancelReservation.")
    @Refuses(value = 409, when = "The reservation is over")
    @Refuses(value = 404, when = "There is no such reservation")
    @DeleteMapping(OF_STATION + "/{reservationId}")
    @RequiresPermission("command:CancelReservation")
    Mono<ResponseEntity<Asked>> cancel(
            Caller caller, @PathVariable String stationId, @PathVariable int reservationId) {
        StationKey key = new StationKey(caller.tenant(), stationId);
        return find(key, reservationId)
                .flatMap(found ->
                        ReservationState.of(found.state()).isOpen()
                                ? commands.send(
                                        key,
                                        new CancelReservationRequest(reservationId, null),
                                        CommandOptions.DEFAULT)
                                : Mono.error(Problem.conflict("It is " + found.state())))
                .map(command -> accepted(new Sent(reservationId, command)));
    }

    private static ResponseEntity<Asked> accepted(Sent sent) {
        return ResponseEntity.accepted()
                .location(sent.location())
                .body(new Asked(sent.number(), sent.commandId()));
    }

    @Operation(summary = "Reservations of the tenant, newest first")
    @GetMapping("/reservations")
    @RequiresPermission("transactions:read")
    Mono<Page<Reservation>> list(
            Caller caller, PageRequest page, @ParameterObject @ModelAttribute Filter filter) {
        return reservations.list(caller.tenant(), filter, page);
    }

    @Operation(summary = "The open reservation with that id, or else the newest that had it")
    @Refuses(value = 404, when = "There is no such reservation")
    @GetMapping(OF_STATION + "/{reservationId}")
    @RequiresPermission("transactions:read")
    Mono<Reservation> reservation(
            Caller caller, @PathVariable String stationId, @PathVariable int reservationId) {
        return find(new StationKey(caller.tenant(), stationId), reservationId);
    }

    private Mono<Reservation> find(StationKey station, int reservationId) {
        return reservations
                .find(station, reservationId)
                .switchIfEmpty(
                        Mono.error(() ->
                                Problem.notFound("There is no reservation " + reservationId)));
    }
}
