/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.command.CommandRequests;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The campaigns of the caller's tenant with the actions of this service. */
@RestController
final class CampaignResource {

    private static final String CONFLICT = "The campaign is in another state";

    private final Campaigns campaigns;
    private final CampaignStore store;
    private final CommandRequests requests;
    private final TransactionalOperator transaction;

    CampaignResource(
            Campaigns campaigns,
            CampaignStore store,
            CommandRequests requests,
            TransactionalOperator transaction) {
        this.campaigns = campaigns;
        this.store = store;
        this.requests = requests;
        this.transaction = transaction;
    }

    @Operation(
            summary = "Begins a campaign",
            description =
                    "Sends one request to each station that the selector finds now, wave by wave."
                            + " Also needs the permission to send the action, such as"
                            + " command:Reset.")
    @Refuses(value = 422, when = "No station is selected, or a rule of OCPP forbids this request")
    @PostMapping(path = "/campaigns", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission("campaigns:write")
    Mono<ResponseEntity<CampaignView>> start(Caller caller, @RequestBody CampaignBody body) {
        may(caller, body.knownAction(requests));
        return campaigns
                .start(caller.tenant(), caller.subject(), body.plan(requests), body.knownSelector())
                .flatMap(id -> view(caller, id))
                .map(view -> ResponseEntity.created(location(view.id())).body(view));
    }

    private URI location(UUID id) {
        return URI.create("/api/" + requests.service().id() + "/campaigns/" + id);
    }

    private static void may(Caller caller, Action action) {
        caller.require("command:" + action.wireName());
    }

    @Operation(summary = "Campaigns, the newest first")
    @GetMapping("/campaigns")
    @RequiresPermission("campaigns:read")
    Mono<Page<CampaignView>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            PageRequest page) {
        CampaignState wanted =
                state == null
                        ? null
                        : CampaignState.find(state)
                                .orElseThrow(() -> Problem.badRequest("state", "is not known"));
        return store.list(caller.tenant(), wanted, page)
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.createdAt(), row.id())))
                .flatMap(found ->
                        store.counts(found.items().stream().map(StoredCampaign::id).toList())
                                .map(counts -> found.map(row -> summary(row, counts))));
    }

    private static CampaignView summary(StoredCampaign row, Map<UUID, List<Tally.Count>> counts) {
        return CampaignView.of(row, counts.getOrDefault(row.id(), List.of()), false);
    }

    @Operation(summary = "A campaign, and how far it is")
    @GetMapping("/campaigns/{id}")
    @RequiresPermission("campaigns:read")
    Mono<CampaignView> campaign(Caller caller, @PathVariable UUID id) {
        return view(caller, id);
    }

    @Operation(summary = "What became of each station, by station id")
    @GetMapping("/campaigns/{id}/stations")
    @RequiresPermission("campaigns:read")
    Mono<Page<CampaignStation>> stations(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String state,
            PageRequest page) {
        StationState wanted =
                state == null
                        ? null
                        : StationState.find(state)
                                .orElseThrow(() -> Problem.badRequest("state", "is not known"));
        return require(caller, id)
                .flatMap(campaign -> store.stations(campaign.id(), wanted, page))
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.stationId())));
    }

    @Operation(
            summary = "Pauses a campaign",
            description = "Nothing more is sent; outcomes of what was sent still come in.")
    @Refuses(value = 409, when = CONFLICT)
    @PostMapping("/campaigns/{id}/pause")
    @RequiresPermission("campaigns:write")
    Mono<CampaignView> pause(Caller caller, @PathVariable UUID id) {
        return require(caller, id)
                .then(turn(caller, id, CampaignState.PAUSED, List.of(CampaignState.RUNNING)));
    }

    @Operation(
            summary = "Goes on with a campaign that is paused or has halted",
            description = "Failures so far do not make it halt again.")
    @Refuses(value = 409, when = CONFLICT)
    @PostMapping("/campaigns/{id}/resume")
    @RequiresPermission("campaigns:write")
    Mono<CampaignView> resume(Caller caller, @PathVariable UUID id) {
        return require(caller, id)
                .doOnNext(campaign -> may(caller, campaign.action()))
                .then(
                        turn(
                                caller,
                                id,
                                CampaignState.RUNNING,
                                List.of(CampaignState.PAUSED, CampaignState.HALTED)));
    }

    @Operation(
            summary = "Ends a campaign",
            description =
                    "Stations whose turn has not come get nothing, and what waits for stations that"
                            + " are offline is taken back. Those that have their command still get"
                            + " their outcome.")
    @Refuses(value = 409, when = CONFLICT)
    @PostMapping("/campaigns/{id}/cancel")
    @RequiresPermission("campaigns:write")
    Mono<CampaignView> cancel(Caller caller, @PathVariable UUID id) {
        return require(caller, id)
                .then(
                        turned(
                                caller,
                                id,
                                CampaignState.CANCELLED,
                                CampaignState.GOING_ON,
                                campaigns.cancel(caller.tenant(), id)));
    }

    private Mono<CampaignView> turn(
            Caller caller, UUID id, CampaignState to, List<CampaignState> from) {
        return turned(caller, id, to, from, store.turn(caller.tenant(), id, from, to));
    }

    /** Once more is the same as once; from any other state it is a conflict. */
    private Mono<CampaignView> turned(
            Caller caller,
            UUID id,
            CampaignState to,
            List<CampaignState> from,
            Mono<Boolean> turn) {
        return turn.as(transaction::transactional)
                .flatMap(turned ->
                        view(caller, id)
                                .filter(view -> turned || view.state() == to)
                                .switchIfEmpty(Mono.error(() -> conflict(from, to))));
    }

    private static Problem conflict(List<CampaignState> from, CampaignState to) {
        String states = from.stream().map(CampaignState::text).collect(Collectors.joining(", "));
        return Problem.conflict("Only what is " + states + " can become " + to.text());
    }

    private Mono<CampaignView> view(Caller caller, UUID id) {
        return require(caller, id)
                .flatMap(campaign ->
                        store.counts(List.of(id))
                                .map(counts ->
                                        CampaignView.of(
                                                campaign,
                                                counts.getOrDefault(id, List.of()),
                                                true)));
    }

    private Mono<StoredCampaign> require(Caller caller, UUID id) {
        return store.find(caller.tenant(), id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no campaign " + id)));
    }
}
