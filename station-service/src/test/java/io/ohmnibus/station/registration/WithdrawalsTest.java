/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.auth.CredentialsWithdrawn;
import io.ohmnibus.contracts.auth.WithdrawCredentials;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.security.StationPasswords;
import io.ohmnibus.station.registry.FakeStations;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class WithdrawalsTest {

    private static final StationKey ONE = new StationKey("t", "ONE");
    private static final StationKey OTHER = new StationKey("other", "TWO");

    private final List<WithdrawCredentials> asked = new ArrayList<>();
    private final FakeClaims claims = new FakeClaims(new FakeStations());
    private boolean authIsDown;

    private final Queries queries =
            new Queries() {
                @Override
                public <A> Mono<A> ask(
                        Service owner,
                        StationKey station,
                        Object query,
                        Class<A> answer,
                        Duration limit) {
                    if (authIsDown) {
                        return Mono.error(new QueryFailed("no answer"));
                    }
                    asked.add((WithdrawCredentials) query);
                    return Mono.just(answer.cast(new CredentialsWithdrawn(1)));
                }
            };

    private final Withdrawals withdrawals =
            new Withdrawals(
                    claims,
                    new Credentials(
                            queries,
                            new StationPasswords("a pepper of some length", new SecureRandom()),
                            CLOCK),
                    CLOCK);

    @Test
    void takesBackWhatFailedRegistrationsLeftOnceForEachTenant() {
        claims.ended.add(ONE);
        claims.ended.add(OTHER);
        withdrawals.withdraw().block();
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        new WithdrawCredentials(CLOCK.instant(), List.of("ONE")),
                        new WithdrawCredentials(CLOCK.instant(), List.of("TWO")));
        assertThat(claims.claims).isEmpty();
        withdrawals.withdraw().block();
        assertThat(asked).hasSize(2);
    }

    @Test
    void leavesAloneWhatSomebodyRegistersAgain() {
        claims.ended.add(ONE);
        claims.claims.put(ONE, UUID.randomUUID());
        withdrawals.withdraw().block();
        assertThat(asked).isEmpty();
        assertThat(claims.claims).containsOnlyKeys(ONE);
    }

    @Test
    void triesAgainWhenAuthServiceIsAway() {
        claims.ended.add(ONE);
        authIsDown = true;
        withdrawals.withdraw().block();
        assertThat(claims.claims).as("may be registered meanwhile").isEmpty();
        authIsDown = false;
        withdrawals.withdraw().block();
        assertThat(asked).hasSize(1);
    }
}
