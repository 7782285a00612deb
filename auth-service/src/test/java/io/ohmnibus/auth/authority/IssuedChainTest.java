/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class IssuedChainTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TestAuthority authority = TestAuthority.create(CLOCK);
    private final SigningOrder order = order("CS-1");

    private static SigningOrder order(String name) {
        try {
            return new SigningOrder(
                    new StationKey("default", "CS-1"),
                    CertificateUse.CHARGING_STATION,
                    Csr.parse(TestAuthority.csr("CS-1")),
                    name);
        } catch (InvalidRequest e) {
            throw new IllegalStateException(e);
        }
    }

    private List<X509Certificate> issued(SigningOrder asked) {
        return Objects.requireNonNull(
                authority.authorities().of(asked.use()).orElseThrow().sign(asked).block());
    }

    private static void refuses(
            String text, SigningOrder order, List<X509Certificate> chain, Instant now) {
        assertThatThrownBy(() -> IssuedChain.check(order, chain, now))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContaining(text);
    }

    @Test
    void takesWhatWasOrdered() {
        List<X509Certificate> chain = issued(order);
        assertThatCode(() -> IssuedChain.check(order, chain, NOW)).doesNotThrowAnyException();
        assertThatCode(() -> IssuedChain.check(order, chain.subList(0, 1), NOW))
                .doesNotThrowAnyException();
    }

    @Test
    @Requirement({"A00.FR.405", "A00.FR.507"})
    void refusesWhatWouldLockTheStationOut() {
        refuses("another key", order, issued(order("CS-1")), NOW);
        SigningOrder other = new SigningOrder(order.station(), order.use(), order.csr(), "CS-2");
        refuses("another name", order, issued(other), NOW);
        refuses("expired", order, issued(order), NOW.plus(Duration.ofDays(366)));
        refuses("not valid yet", order, issued(order), NOW.minus(Duration.ofDays(1)));
        X509Certificate stranger = TestAuthority.create(CLOCK).root();
        refuses("broken", order, List.of(issued(order).getFirst(), stranger), NOW);
    }
}
