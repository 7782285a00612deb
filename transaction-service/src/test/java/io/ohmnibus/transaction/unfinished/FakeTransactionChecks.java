/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The checks of one station, in memory. */
final class FakeTransactionChecks implements TransactionChecks {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final StationKey KEY = new StationKey("default", "CS-1");

    final List<Check> answers = new ArrayList<>();
    final List<Instant> silentSince = new ArrayList<>();

    @Override
    public Flux<Asked> claim(Instant since, Round round, int limit) {
        return claim(KEY, since, round);
    }

    @Override
    public Flux<Asked> claim(StationKey station, Instant since, Round round) {
        silentSince.add(since);
        return Flux.just(new Asked(station, "tx-1"), new Asked(station, "tx-2"));
    }

    @Override
    public Mono<Void> answered(StationKey station, Check check) {
        return Mono.fromRunnable(() -> answers.add(check));
    }

    @Override
    public Flux<Check> list(StationKey station, @Nullable String after, int limit) {
        return Flux.fromIterable(answers);
    }
}
