/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends changes whose time is up. */
@Component
class OverdueChanges {

    private final ProfileChanges changes;
    private final ProfileUpgrade upgrade;
    private final TransactionalOperator transaction;
    private final Clock clock;

    OverdueChanges(
            ProfileChanges changes,
            ProfileUpgrade upgrade,
            TransactionalOperator transaction,
            Clock clock) {
        this.changes = changes;
        this.upgrade = upgrade;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Called once, subscribed to again and again. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT2S")
    Mono<Void> end() {
        return Flux.defer(() -> changes.overdue(clock.instant()))
                .collectList()
                .flatMapIterable(stations -> stations)
                .concatMap(station -> upgrade.overdue(station).as(transaction::transactional))
                .then();
    }
}
