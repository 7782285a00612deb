/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.auth.locallist.ListLimits.Limit;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.message.SendLocalListResponse;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.SendLocalListStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.UpdateEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * A part of a station's local list: checked before it goes, and remembered when the station has
 * taken it, also when somebody sent it by hand. A list that follows rules is put right afterwards.
 */
@UseCase({"D01", "C13", "C14"})
final class SendLocalListCommand
        implements PreparingCommandHandler<SendLocalListRequest, SendLocalListResponse> {

    private static final Rules<SendLocalListRequest> RULES =
            new Rules<SendLocalListRequest>()
                    .require(
                            "D01.FR.18",
                            "versionNumber is greater than 0",
                            request -> request.versionNumber() > 0)
                    .require(
                            "D01.FR.06",
                            "no token is in the list twice",
                            SendLocalListCommand::isUnique)
                    .require(
                            "D01.FR.15",
                            "each token of a full list has its idTokenInfo",
                            request ->
                                    request.updateType() == UpdateEnum.DIFFERENTIAL
                                            || entries(request).stream()
                                                    .allMatch(one -> one.idTokenInfo() != null));

    private final LocalLists lists;
    private final ListEntries entries;
    private final ListLimits limits;
    private final ListCourse course;

    SendLocalListCommand(
            LocalLists lists, ListEntries entries, ListLimits limits, ListCourse course) {
        this.lists = lists;
        this.entries = entries;
        this.limits = limits;
        this.course = course;
    }

    private static List<AuthorizationData> entries(SendLocalListRequest request) {
        return Objects.requireNonNullElse(request.localAuthorizationList(), List.of());
    }

    private static boolean isUnique(SendLocalListRequest request) {
        Set<TokenKey> seen = new HashSet<>();
        return entries(request).stream().allMatch(one -> seen.add(TokenKey.of("", one.idToken())));
    }

    @Override
    public Rules<SendLocalListRequest> rules() {
        return RULES;
    }

    @Override
    public Mono<SendLocalListRequest> prepare(StationKey station, SendLocalListRequest request) {
        return rules().check(request)
                .then(checkVersion(station, request))
                .then(limit(station, request))
                .flatMap(limit -> checkSize(station, request, limit))
                .thenReturn(request);
    }

    private Mono<Void> checkVersion(StationKey station, SendLocalListRequest request) {
        return lists.find(station)
                .filter(list ->
                        request.updateType() == UpdateEnum.DIFFERENTIAL
                                && request.versionNumber() <= list.version())
                .flatMap(list ->
                        Mono.error(
                                new RuleViolation(
                                        "D01.FR.19",
                                        "The station has version %d, a change has a greater one"
                                                .formatted(list.version()))));
    }

    /** What the station takes: as it has told when the list was begun with, or asked for now. */
    private Mono<Limit> limit(StationKey station, SendLocalListRequest request) {
        return lists.find(station)
                .filter(list -> list.isSending(request.versionNumber()))
                .map(LocalList::limit)
                .switchIfEmpty(Mono.defer(() -> askedNow(station, request)));
    }

    /** What somebody sends by hand is checked as a whole; the course has done that before. */
    private Mono<Limit> askedNow(StationKey station, SendLocalListRequest request) {
        boolean full = request.updateType() == UpdateEnum.FULL;
        Mono<Long> listed =
                full
                        ? Mono.just((long) entries(request).size())
                        : entries.countAfter(station, entries(request));
        return limits.of(station)
                .delayUntil(limit ->
                        listed.filter(count -> !limit.holds(count))
                                .flatMap(count ->
                                        Mono.error(
                                                new RuleViolation(
                                                        "D01.FR.12",
                                                        "The list would have %d entries, the station takes %d"
                                                                .formatted(
                                                                        count, limit.entries())))));
    }

    private static Mono<Void> checkSize(
            StationKey station, SendLocalListRequest request, Limit limit) {
        return limit.allows(request)
                ? Mono.empty()
                : Mono.error(
                        new RuleViolation(
                                "D01.FR.11",
                                "%s takes at most %d entries and %d bytes in one message"
                                        .formatted(
                                                station.stationId(),
                                                limit.items(),
                                                limit.bytes())));
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            SendLocalListRequest request,
            Outcome<SendLocalListResponse> outcome) {
        return lists.lockOrWatch(station)
                .flatMap(list ->
                        switch (outcome) {
                            case Outcome.Answered<SendLocalListResponse>(var response) ->
                                    answered(list, request, response);
                            case Outcome.Refused<SendLocalListResponse>(var error) ->
                                    refused(list, error);
                            case Outcome.TimedOut<SendLocalListResponse> _ ->
                                    course.failed(
                                            station, list, "The station did not answer in time");
                            case Outcome.Offline<SendLocalListResponse> _ -> course.away(station);
                        });
    }

    private Mono<Void> answered(
            LocalList list, SendLocalListRequest request, SendLocalListResponse response) {
        StationKey station = list.station();
        if (response.status() == SendLocalListStatusEnum.ACCEPTED) {
            return accepted(list, request).then(course.goOn(station));
        }
        if (request.updateType() == UpdateEnum.DIFFERENTIAL && list.trusted()) { // D01.FR.03
            return lists.distrust(station).then(course.goOn(station));
        }
        StatusInfo info = response.statusInfo();
        String reason =
                response.status().wireName() + (info == null ? "" : ": " + info.reasonCode());
        return course.failed(station, list, reason);
    }

    private Mono<Void> accepted(LocalList list, SendLocalListRequest request) {
        boolean full = request.updateType() == UpdateEnum.FULL;
        StationKey station = list.station();
        Long sent = list.sendingRevision();
        boolean ours = Integer.valueOf(request.versionNumber()).equals(list.sendingVersion());
        long revision =
                ours && sent != null ? sent : 0; // what somebody else sent is older than all
        Mono<Void> remembered =
                full
                        ? entries.replace(station, entries(request), revision)
                        : entries.change(station, entries(request), revision);
        return remembered.then(
                lists.accepted(station, request.versionNumber(), full || list.trusted()));
    }

    private Mono<Void> refused(LocalList list, OcppError error) {
        boolean unknown =
                error.code() == OcppErrorCode.NOT_SUPPORTED
                        || error.code() == OcppErrorCode.NOT_IMPLEMENTED;
        String reason = error.code().wireName() + ": " + error.description();
        return unknown
                ? course.notSupported(list.station(), reason)
                : course.failed(list.station(), list, reason);
    }
}
