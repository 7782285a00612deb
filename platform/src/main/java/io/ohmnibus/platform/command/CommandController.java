/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sends any action of this service to a station: validated, permitted, remembered. */
@RestController
final class CommandController {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final CommandRequests requests;
    private final OutboxCommands commands;
    private final CommandStore store;
    private final CommandWaiters waiters;
    private final StationRegister register;

    CommandController(
            CommandRequests requests,
            OutboxCommands commands,
            CommandStore store,
            CommandWaiters waiters,
            StationRegister register) {
        this.requests = requests;
        this.commands = commands;
        this.store = store;
        this.waiters = waiters;
        this.register = register;
    }

    /**
     * How to send.
     *
     * @param waitFor the parameter {@code wait}: how long the answer waits for the outcome, up to
     *     30 s
     * @param deadline how long the command may take, up to 7 days
     * @param whenOffline {@code fail} ends it at once when the station is not connected, {@code
     *     wait} keeps it until the station is back or the deadline
     */
    record Sending(
            @BindParam("wait") @Nullable Duration waitFor,
            @Nullable Duration deadline,
            @Nullable WhenOffline whenOffline) {

        Sending {
            waitFor = waitFor == null ? Duration.ZERO : waitFor;
            CommandOptions.of(deadline, whenOffline);
            if (waitFor.isNegative() || waitFor.compareTo(LONGEST_WAIT) > 0) {
                throw Problem.badRequest("wait", "is between PT0S and " + LONGEST_WAIT);
            }
        }

        Duration limit() {
            return waitFor == null ? Duration.ZERO : waitFor;
        }

        CommandOptions options() {
            return CommandOptions.of(deadline, whenOffline);
        }
    }

    @Operation(summary = "Sends a command to a station")
    @Refuses(value = 422, when = "A rule of OCPP forbids this request, as `requirement` says")
    @RequiresPermission("command:{action}")
    @PostMapping(
            path = "/stations/{stationId}/commands/{action}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<CommandResource>> send(
            Caller caller,
            @PathVariable String stationId,
            @PathVariable("action") String actionName,
            @RequestBody byte[] body,
            Sending sending) {
        Request<?> request = requests.read(action(actionName), actionName, body);
        StationKey station = new StationKey(caller.tenant(), stationId);
        UUID id = UUID.randomUUID();
        OutboxCommands.Wish wish =
                new OutboxCommands.Wish(id, request, sending.options(), caller.subject());
        return register.require(station)
                .then(Mono.defer(() -> outcome(id, commands.send(station, wish), sending.limit())))
                .map(this::response);
    }

    private Action action(String name) {
        return requests.find(name).orElseThrow(() -> Problem.notFound(requests.unknown(name)));
    }

    private Mono<StoredCommand> outcome(UUID id, Mono<StoredCommand> sent, Duration wait) {
        return wait.isZero()
                ? sent
                : waiters.during(
                        id,
                        end ->
                                sent.flatMap(command ->
                                        end.timeout(
                                                wait, store.find(command.station().tenant(), id))));
    }

    private ResponseEntity<CommandResource> response(StoredCommand command) {
        HttpStatus status =
                command.status() == CommandStatus.PENDING ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .location(
                        URI.create("/api/" + requests.service().id() + "/commands/" + command.id()))
                .body(CommandResource.of(command));
    }

    @Operation(summary = "A command, and how it ended")
    @RequiresPermission("commands:read")
    @GetMapping("/commands/{id}")
    Mono<CommandResource> command(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id)
                .map(CommandResource::of)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no command " + id)));
    }

    @Operation(summary = "The commands for a station, the newest first")
    @RequiresPermission("commands:read")
    @GetMapping("/stations/{stationId}/commands")
    Mono<Page<CommandResource>> ofStation(
            Caller caller, @PathVariable String stationId, PageRequest page) {
        return store.ofStation(new StationKey(caller.tenant(), stationId), page)
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.createdAt(), row.id())))
                .map(found -> found.map(CommandResource::of));
    }
}
