/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.authorization.Claims.Result;
import io.ohmnibus.auth.authorization.Claims.Wish;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every store of claims does; each test has a tenant of its own. */
abstract class ClaimsContract {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    abstract Claims claims();

    static Wish wish(String tenant, String station, String transaction, String token) {
        return wish(tenant, station, transaction, token, true);
    }

    private static Wish wish(
            String tenant, String station, String transaction, String token, boolean exclusive) {
        return new Wish(
                new StationKey(tenant, station),
                transaction,
                TokenKey.of(tenant, "ISO14443", token),
                exclusive,
                NOW);
    }

    private Result claim(Wish wish) {
        return claim(List.of(wish)).getFirst();
    }

    private List<Result> claim(List<Wish> wishes) {
        return Objects.requireNonNull(claims().claim(wishes).block());
    }

    @Test
    void givesATokenToOneTransaction() {
        assertThat(claim(wish("one", "CS-1", "tx-1", "A"))).isEqualTo(new Result.Granted());
        assertThat(claim(wish("one", "CS-2", "tx-2", "A")))
                .isEqualTo(new Result.HeldBy(new TokenClaim("CS-1", "tx-1", NOW)));
    }

    @Test
    void givesItToTheSameTransactionAgain() {
        claim(wish("again", "CS-1", "tx-1", "A"));

        assertThat(claim(wish("again", "CS-1", "tx-1", "a"))).isEqualTo(new Result.Granted());
    }

    @Test
    void tellsStationsWithTheSameTransactionIdApart() { // A31
        claim(wish("apart", "CS-1", "tx-1", "A"));

        assertThat(claim(wish("apart", "CS-2", "tx-1", "A"))).isInstanceOf(Result.HeldBy.class);
        assertThat(claim(wish("apart", "CS-2", "tx-1", "B"))).isEqualTo(new Result.Granted());
    }

    @Test
    void tellsOfAnotherTokenOfTheSameTransaction() {
        claim(wish("second", "CS-1", "tx-1", "A"));

        assertThat(claim(wish("second", "CS-1", "tx-1", "B")))
                .isEqualTo(new Result.OtherToken(TokenKey.of("second", "ISO14443", "a")));
    }

    @Test
    void givesItAgainAfterTheRelease() {
        claim(wish("release", "CS-1", "tx-1", "A"));
        claims().release(new StationKey("release", "CS-1"), "tx-1").block();
        claims().release(new StationKey("release", "CS-1"), "tx-1").block();

        assertThat(claim(wish("release", "CS-2", "tx-2", "A"))).isEqualTo(new Result.Granted());
    }

    @Test
    void letsATokenRunSeveralTransactionsWhereItMay() {
        assertThat(claim(wish("several", "CS-1", "tx-1", "A", false)))
                .isEqualTo(new Result.Granted());
        assertThat(claim(wish("several", "CS-2", "tx-2", "A", false)))
                .isEqualTo(new Result.Granted());
        assertThat(
                        claims().of(TokenKey.of("several", "ISO14443", "A"))
                                .map(TokenClaim::stationId)
                                .collectList()
                                .block())
                .containsExactlyInAnyOrder("CS-1", "CS-2");
    }

    @Test
    void tellsWhoHasEachOfManyTokens() {
        claim(wish("many", "CS-1", "tx-1", "A"));
        claim(wish("many", "CS-2", "tx-2", "B"));
        claim(wish("other", "CS-3", "tx-3", "C"));
        TokenKey first = TokenKey.of("many", "ISO14443", "A");
        TokenKey second = TokenKey.of("many", "ISO14443", "B");
        TokenKey third = TokenKey.of("many", "ISO14443", "C");

        assertThat(claims().of(List.of(third, second, first)).block())
                .isEqualTo(
                        Map.of(
                                first,
                                List.of(new TokenClaim("CS-1", "tx-1", NOW)),
                                second,
                                List.of(new TokenClaim("CS-2", "tx-2", NOW))));
    }

    @Test
    void decidesAboutManyTogetherAsAboutEachAlone() {
        claim(wish("together", "CS-1", "tx-1", "A"));
        TokenClaim first = new TokenClaim("CS-1", "tx-1", NOW);

        assertThat(
                        claim(
                                List.of(
                                        wish("together", "CS-2", "tx-2", "A"),
                                        wish("together", "CS-1", "tx-1", "A"),
                                        wish("together", "CS-3", "tx-3", "B"),
                                        wish("together", "CS-4", "tx-4", "B"),
                                        wish("together", "CS-5", "tx-5", "C", false),
                                        wish("together", "CS-6", "tx-6", "C", false))))
                .containsExactly(
                        new Result.HeldBy(first),
                        new Result.Granted(),
                        new Result.Granted(),
                        new Result.HeldBy(new TokenClaim("CS-3", "tx-3", NOW)),
                        new Result.Granted(),
                        new Result.Granted());
        assertThat(claim(List.of(wish("together", "CS-3", "tx-3", "D"))))
                .containsExactly(new Result.OtherToken(TokenKey.of("together", "ISO14443", "b")));
        assertThat(claim(List.of())).isEmpty();
    }

    @Test
    void keepsTenantsApart() { // A44
        claim(wish("mine", "CS-1", "tx-1", "A"));

        assertThat(claim(wish("yours", "CS-1", "tx-1", "A"))).isEqualTo(new Result.Granted());
    }
}
