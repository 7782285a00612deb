/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.message.StatusNotificationResponse;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.event.Outbox;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.Station;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds an effect and an event for each message of a batch. Fails for stations it is told, and lets
 * batches wait until it is released.
 */
final class CountingHandler
        implements BatchCallHandler<
                StatusNotificationRequest,
                StatusNotificationResponse,
                Received<StatusNotificationRequest>> {

    final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Map<String, Mono<Void>> holding = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final DatabaseClient database;
    private final Outbox outbox;

    CountingHandler(DatabaseClient database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Lets the batch of a station wait until then. */
    void hold(String station, Mono<Void> until) {
        holding.put(station, until.doOnSubscribe(_ -> held.add(station)));
    }

    boolean holds(String station) {
        return held.contains(station);
    }

    @Override
    public Mono<Received<StatusNotificationRequest>> read(
            Station station, StatusNotificationRequest request) {
        return Mono.just(new Received<>(station, request));
    }

    @Override
    public Mono<List<StatusNotificationResponse>> handleAll(
            List<Received<StatusNotificationRequest>> calls) {
        List<Station> stations = calls.stream().map(Received::station).toList();
        return Flux.fromIterable(stations)
                .concatMap(station -> holding.getOrDefault(station.id(), Mono.empty()))
                .thenMany(Flux.fromIterable(stations))
                .concatMap(this::effect)
                .then(
                        stations.stream().anyMatch(station -> failing.contains(station.id()))
                                ? Mono.error(new IllegalStateException("told to fail"))
                                : Mono.empty())
                .thenReturn(Collections.nCopies(calls.size(), StatusNotificationResponse.EMPTY));
    }

    private Mono<Void> effect(Station station) {
        return database.sql(
                        """
                        insert into effects (station, transaction) values (:station, txid_current())
                        """)
                .bind("station", station.id())
                .then()
                .then(
                        outbox.add(
                                BusRecord.keyed(
                                        Topics.events(Service.STATION),
                                        station.key().toString(),
                                        new byte[] {'{', '}'},
                                        Map.of())));
    }
}
