/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.SessionSummarized;
import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionNews;
import io.ohmnibus.contracts.transaction.TransactionResumed;
import io.ohmnibus.contracts.transaction.TransactionStarted;
import io.ohmnibus.contracts.transaction.TransactionUpdated;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class SummarizeSessionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private static final TransactionStarted STARTED =
            new TransactionStarted("tx", NOW, NOW, 1, 1, null, null, null, false);
    private static final TransactionEnded ENDED =
            new TransactionEnded("tx", NOW, NOW, NOW, 1, 1, null, "Local", null, true);
    private static final TransactionAbandoned ABANDONED =
            new TransactionAbandoned("tx", 1, null, NOW);

    /** One transaction that charges for ten of fifteen minutes. */
    private static final class Sums implements Sessions {

        private static final List<ChargingTime.Moment> MOMENTS =
                List.of(
                        new ChargingTime.Moment(NOW, "Charging"),
                        new ChargingTime.Moment(NOW.plusSeconds(600), "SuspendedEV"),
                        new ChargingTime.Moment(NOW.plusSeconds(900), "Idle"));

        private boolean over = true;

        @Override
        public Mono<Map<SessionKey, Collection<ChargingTime.Moment>>> moments(
                List<SessionKey> transactions) {
            return Flux.fromIterable(transactions).collectMap(key -> key, _ -> MOMENTS);
        }

        @Override
        public Flux<Summary> write(Map<SessionKey, Duration> charging) {
            return Flux.fromIterable(over ? charging.entrySet() : Set.of())
                    .map(entry ->
                            new Summary(
                                    entry.getKey().station(),
                                    summary(
                                            entry.getKey().transactionId(),
                                            entry.getValue().toSeconds())));
        }

        @Override
        public Mono<SessionSummarized> find(StationKey station, String transactionId) {
            return Mono.empty();
        }

        @Override
        public Mono<Page<SessionSummarized>> list(String tenant, Filter filter, PageRequest page) {
            return Mono.empty();
        }
    }

    private final Sums sums = new Sums();
    private final List<Object> published = new ArrayList<>();
    private final SummarizeSession summarize =
            new SummarizeSession(
                    sums,
                    (station, event) -> {
                        assertThat(station).isEqualTo(STATION);
                        return Mono.fromRunnable(() -> published.add(event));
                    });

    private static SessionSummarized summary(String transactionId, long charging) {
        return new SessionSummarized(
                STATION.stationId(),
                transactionId,
                1,
                "Ended",
                NOW,
                NOW,
                1,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                "Local",
                null,
                900L,
                charging,
                900 - charging,
                true,
                List.of(),
                NOW);
    }

    private static TransactionUpdated updated(boolean ended) {
        return new TransactionUpdated("tx", NOW, 1, 1, null, "Charging", null, ended);
    }

    private void told(TransactionNews event) {
        if (summarize.concerns(event)) {
            summarize.on(new EventMeta("1", STATION, NOW), event).block();
        }
    }

    @Test
    void theEndTheLastHopeAndWhatComesAfterTheEndAreSummedUp() {
        for (TransactionNews event : List.of(ENDED, ABANDONED, updated(true))) {
            published.clear();
            told(event);
            assertThat(published).containsExactly(summary("tx", 600));
        }
    }

    @Test
    void nothingElseIs() {
        told(STARTED);
        told(new TransactionResumed("tx", NOW, 1, 1, null));
        told(updated(false));
        told(summary("tx", 600));
        assertThat(published).isEmpty();
    }

    @Test
    void whatGoesOnOrIsTheSameAsBeforeIsNotAnnounced() {
        assertThat(summarize.summarize(STATION, "tx").block()).isTrue();
        published.clear();
        sums.over = false;
        assertThat(summarize.summarize(STATION, "tx").block()).isFalse();
        told(ENDED);
        assertThat(published).isEmpty();
    }
}
