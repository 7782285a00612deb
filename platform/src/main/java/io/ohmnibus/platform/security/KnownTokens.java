/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import io.ohmnibus.platform.memory.UsedLast;
import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Tokens whose signatures were found good: a caller comes with the same one again and again. What
 * they say, and until when, is checked each time.
 */
final class KnownTokens implements ReactiveJwtDecoder {

    private static final int MOST = 1000;

    private final ReactiveJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Map<String, Jwt> known = UsedLast.atMost(MOST);

    KnownTokens(ReactiveJwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        this.decoder = decoder;
        this.validator = validator;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt found = known.get(token);
        if (found != null && !validator.validate(found).hasErrors()) {
            return Mono.just(found);
        }
        known.remove(token);
        return decoder.decode(token).doOnNext(good -> known.put(token, good));
    }
}
