/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@EmbeddedTest
final class PostgresClaimsIT extends ClaimsContract {

    private static final int RIVALS = 20;

    private final PostgresClaims claims;
    private final TransactionalOperator transaction;

    PostgresClaimsIT(TestDatabase database) {
        ServiceDatabase schema = ServiceDatabase.migrate(database, Service.AUTH);
        this.claims = new PostgresClaims(schema.client());
        this.transaction = schema.transaction();
    }

    @Override
    Claims claims() {
        return claims;
    }

    @Test
    void givesATokenToOneOfManyThatWantItAtTheSameTime() {
        List<Claims.Result> results =
                Flux.range(0, RIVALS)
                        .flatMap(
                                i ->
                                        claims.claim(
                                                        List.of(
                                                                wish(
                                                                        "race", "CS-" + i,
                                                                        "tx-" + i, "A")))
                                                .map(List::getFirst)
                                                .delayUntil(_ -> Mono.delay(Duration.ofMillis(50)))
                                                .as(transaction::transactional),
                                RIVALS)
                        .collectList()
                        .block(Duration.ofSeconds(30));

        assertThat(results).hasSize(RIVALS);
        assertThat(results).filteredOn(Claims.Result.Granted.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(Claims.Result.HeldBy.class::isInstance)
                .hasSize(RIVALS - 1)
                .containsOnly(
                        results.stream()
                                .filter(Claims.Result.HeldBy.class::isInstance)
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void waitsForARivalWhoThenGivesUp() {
        Mono<Claims.Result> givingUp =
                claims.claim(List.of(wish("undone", "CS-1", "tx-1", "A")))
                        .map(List::getFirst)
                        .delayUntil(_ -> Mono.delay(Duration.ofMillis(300)))
                        .flatMap(_ ->
                                Mono.<Claims.Result>error(new IllegalStateException("rolled back")))
                        .as(transaction::transactional)
                        .onErrorResume(IllegalStateException.class, _ -> Mono.empty());
        Mono<Claims.Result> waiting =
                Mono.delay(Duration.ofMillis(100))
                        .then(
                                claims.claim(List.of(wish("undone", "CS-2", "tx-2", "A")))
                                        .map(List::getFirst));

        assertThat(Flux.merge(givingUp, waiting).collectList().block(Duration.ofSeconds(30)))
                .containsExactly(new Claims.Result.Granted());
    }
}
