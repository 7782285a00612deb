/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import io.ohmnibus.platform.OhmnibusProperties;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Which tokens are accepted: signed by our issuer with a public key, for us, and not expired. */
final class TokenDecoders {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private TokenDecoders() {}

    static ReactiveJwtDecoder of(OhmnibusProperties.Security security, Clock clock) {
        URI keys = security.jwkSetUri();
        String issuer = security.issuer();
        if (keys == null || issuer == null) {
            throw new IllegalStateException(
                    "Set ohmnibus.security.jwk-set-uri and ohmnibus.security.issuer");
        }
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSetUri(keys.toString())
                        .validateType(false) // ours below
                        .jwsAlgorithm(SignatureAlgorithm.RS256)
                        .jwsAlgorithm(SignatureAlgorithm.PS256)
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .build();
        OAuth2TokenValidator<Jwt> validator = validator(issuer, security.audience(), clock);
        decoder.setJwtValidator(validator);
        return new KnownTokens(decoder, validator);
    }

    static OAuth2TokenValidator<Jwt> validator(String issuer, String audience, Clock clock) {
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setAllowEmptyExpiryClaim(false);
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                type, times, new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience));
    }
}
