/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.auth.locallist.ListLimits.Limit;
import io.ohmnibus.auth.locallist.LocalList.Status;
import io.ohmnibus.auth.token.TokenRevisions;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.GetLocalListVersionRequest;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The course of bringing a station's list to what it should be: compare the version, send the
 * differences part by part, and the whole list where nobody knows what the station has. Each step
 * is one command, and runs in a transaction that holds the row of the list.
 */
@Component
class ListCourse {

    /** For one command. */
    private static final CommandOptions OPTIONS = new CommandOptions(Duration.ofMinutes(1), false);

    /** Much longer than a command takes: nothing comes of one that is lost. */
    static final Duration BUSY = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** A station that was away and whose return nobody heard of. */
    private static final Duration AWAY = Duration.ofHours(1);

    private final LocalLists lists;
    private final ListUpdate update;
    private final TokenRevisions revisions;
    private final Commands commands;

    ListCourse(LocalLists lists, ListUpdate update, TokenRevisions revisions, Commands commands) {
        this.lists = lists;
        this.update = update;
        this.revisions = revisions;
        this.commands = commands;
    }

    /** Begins with a list that has been taken up. */
    Mono<Void> begin(StationKey station, Limit limit) {
        return lists.limit(station, limit)
                .then(lists.lock(station))
                .flatMap(list -> begin(station, list));
    }

    private Mono<Void> begin(StationKey station, LocalList list) {
        if (!list.managed()) {
            return lists.rest(station, Status.Pending, null, null);
        }
        return objection(list)
                .flatMap(reason -> failed(station, list, reason).thenReturn(true))
                .switchIfEmpty(bring(list).thenReturn(true))
                .then();
    }

    /** What speaks against the list before any of it is sent (D01.FR.12). */
    private Mono<String> objection(LocalList list) {
        Integer most = list.mostEntries();
        return most == null
                ? Mono.empty()
                : update.count(list, lists.now(), most)
                        .filter(wanted -> !list.limit().holds(wanted))
                        .map(_ -> "TooLong: the station takes %d entries".formatted(most));
    }

    private Mono<Void> bring(LocalList list) {
        StationKey station = list.station();
        if (!list.trusted() || list.version() == 0) {
            return goOn(list);
        }
        if (list.verify()) {
            return ask(station);
        }
        return update.differential(list, lists.now())
                .hasElement()
                .flatMap(different ->
                        different ? ask(station) : lists.rest(station, Status.InSync, null, null));
    }

    /** Whether the station still has the list that is to be changed (D02). */
    private Mono<Void> ask(StationKey station) {
        return lists.asking(station, lists.now().plus(BUSY))
                .then(send(station, new GetLocalListVersionRequest(null)));
    }

    /** After a step that the station has taken: the next part, or the end. */
    Mono<Void> goOn(StationKey station) {
        return lists.lock(station)
                .flatMap(list ->
                        list.managed()
                                ? goOn(list)
                                : lists.rest(station, Status.InSync, null, null));
    }

    private Mono<Void> goOn(LocalList list) {
        StationKey station = list.station();
        Instant now = lists.now();
        boolean known = list.trusted() && list.version() > 0;
        return revisions
                .latest(station.tenant())
                .flatMap(revision ->
                        (known ? update.differential(list, now) : update.full(list, now))
                                .flatMap(part -> send(station, part, revision).thenReturn(true))
                                .switchIfEmpty(
                                        lists.rest(station, Status.InSync, null, null)
                                                .thenReturn(true)))
                .then();
    }

    private Mono<Void> send(StationKey station, SendLocalListRequest part, long revision) {
        return lists.sending(station, part.versionNumber(), revision, lists.now().plus(BUSY))
                .then(send(station, part));
    }

    private Mono<Void> send(StationKey station, Request<?> request) {
        return Mono.defer(() -> commands.send(station, request, OPTIONS)).then();
    }

    /** The station was away. */
    Mono<Void> away(StationKey station) {
        return lists.rest(
                station, Status.Waiting, "The station was not connected", lists.now().plus(AWAY));
    }

    /** The station has no local list, and says so; whoever knows better asks anew. */
    Mono<Void> notSupported(StationKey station, @Nullable String reason) {
        return lists.rest(station, Status.NotSupported, reason, null);
    }

    /** It came to nothing; tried again after a pause that grows. */
    Mono<Void> failed(StationKey station, LocalList list, @Nullable String reason) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(list.attempts(), 10));
        Instant again =
                lists.now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        return lists.rest(station, Status.Failed, reason, again);
    }
}
