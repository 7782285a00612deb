/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.authority.AuthorityProperties.Authority;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class AuthorityPropertiesTest {

    private static final String PREFIX = "ohmnibus.certificates.";
    private static final String STATION = PREFIX + "authorities.charging-station.";

    private static AuthorityProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.certificates", AuthorityProperties.class);
    }

    @Test
    void signsForNobodyByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new AuthorityProperties(
                                "Ohmnibus",
                                Duration.ofDays(365),
                                Duration.ofDays(30),
                                Duration.ofDays(1),
                                20,
                                Map.of()));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(
                        bind(
                                Map.of(
                                        PREFIX + "organization", "Operator",
                                        PREFIX + "validity", "90d",
                                        PREFIX + "renew-before", "10d",
                                        PREFIX + "renew-again", "6h",
                                        PREFIX + "requests-per-day", "3",
                                        STATION + "key-store", "/ca.p12",
                                        STATION + "key-store-password", "secret",
                                        PREFIX + "authorities.v2g.webhook", "https://ca/sign",
                                        PREFIX + "authorities.v2g.token", "a token")))
                .isEqualTo(
                        new AuthorityProperties(
                                "Operator",
                                Duration.ofDays(90),
                                Duration.ofDays(10),
                                Duration.ofHours(6),
                                3,
                                Map.of(
                                        CertificateUse.CHARGING_STATION,
                                        new Authority(Path.of("/ca.p12"), "secret", null, null),
                                        CertificateUse.V2G,
                                        new Authority(
                                                null,
                                                "",
                                                URI.create("https://ca/sign"),
                                                "a token"))));
    }

    @ParameterizedTest
    @CsvSource({
        "organization, ' '",
        "requests-per-day, 0",
        "renew-again, 30s",
        "authorities.v2g.key-store-password, neither a store nor a webhook"
    })
    void refusesWhatCannotWork(String property, String value) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            assertThat(validator.validate(bind(Map.of(PREFIX + property, value)))).isNotEmpty();
            assertThat(validator.validate(bind(Map.of()))).isEmpty();
        }
    }

    @Test
    void showsNoSecret() {
        Authority authority =
                new Authority(null, "a password", URI.create("https://ca"), "a token");
        assertThat(authority.toString()).doesNotContain("a password", "a token");
    }
}
