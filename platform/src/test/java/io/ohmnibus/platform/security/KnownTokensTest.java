/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class KnownTokensTest {

    private static final Instant EXPIRES = Instant.parse("2026-01-01T12:00:00Z");

    private final List<String> decoded = new ArrayList<>();

    private KnownTokens tokens(ReactiveJwtDecoder decoder, Instant now) {
        return new KnownTokens(
                decoder,
                TokenDecoders.validator(
                        "https://issuer", "ohmnibus", Clock.fixed(now, ZoneOffset.UTC)));
    }

    private Mono<Jwt> good(String token) {
        return Mono.fromSupplier(() -> {
            decoded.add(token);
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .issuer("https://issuer")
                    .audience(List.of("ohmnibus"))
                    .expiresAt(EXPIRES)
                    .build();
        });
    }

    @Test
    void looksAtASignatureOnce() {
        KnownTokens tokens = tokens(this::good, EXPIRES.minusSeconds(60));
        assertThat(tokens.decode("a").block()).isSameAs(tokens.decode("a").block());
        tokens.decode("b").block();
        assertThat(decoded).containsExactly("a", "b");
    }

    @Test
    void knowsNoTokenThatHasExpired() {
        KnownTokens tokens = tokens(this::good, EXPIRES.plusSeconds(60));
        tokens.decode("a").block();
        tokens.decode("a").block();
        assertThat(decoded).containsExactly("a", "a"); // for the decoder to refuse
    }

    @Test
    void remembersNoneThatIsRefused() {
        KnownTokens tokens =
                tokens(
                        token -> good(token).then(Mono.error(new BadJwtException("forged"))),
                        EXPIRES.minusSeconds(60));
        assertThatThrownBy(tokens.decode("a")::block).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(tokens.decode("a")::block).isInstanceOf(BadJwtException.class);
        assertThat(decoded).containsExactly("a", "a");
    }
}
