/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.OhmnibusProperties.Database;
import io.ohmnibus.platform.OhmnibusProperties.Kafka;
import io.ohmnibus.platform.OhmnibusProperties.Security;
import io.ohmnibus.platform.OhmnibusProperties.ServiceIdentity;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class OhmnibusPropertiesTest {

    @Test
    void defaultsAreThoseOfAnInstallationOnOneMachine() {
        assertThat(bind(Map.of("ohmnibus.service.name", "station")))
                .isEqualTo(
                        new OhmnibusProperties(
                                new ServiceIdentity("station"),
                                new Database("localhost", 5432, "ohmnibus", "ohmnibus", ""),
                                new Kafka("localhost:9092"),
                                new Security(null, null, "ohmnibus", false, null, null)));
    }

    @Test
    void theDefaultsFileSaysTheSame() throws IOException {
        var file =
                PropertiesLoaderUtils.loadProperties(
                        new ClassPathResource("platform-defaults.properties"));
        file.setProperty("ohmnibus.service.name", "station");
        assertThat(bind(file)).isEqualTo(bind(Map.of("ohmnibus.service.name", "station")));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(
                        bind(
                                Map.ofEntries(
                                        Map.entry("ohmnibus.service.name", "auth"),
                                        Map.entry("ohmnibus.database.host", "db"),
                                        Map.entry("ohmnibus.database.port", "6432"),
                                        Map.entry("ohmnibus.database.name", "csms"),
                                        Map.entry("ohmnibus.database.username", "u"),
                                        Map.entry("ohmnibus.database.password", "p"),
                                        Map.entry("ohmnibus.kafka.bootstrap-servers", "k:1"),
                                        Map.entry("ohmnibus.security.issuer", "https://i"),
                                        Map.entry("ohmnibus.security.jwk-set-uri", "https://i/k"),
                                        Map.entry("ohmnibus.security.audience", "a"),
                                        Map.entry("ohmnibus.security.open-docs", "true"),
                                        Map.entry(
                                                "ohmnibus.security.password-pepper",
                                                "0123456789abcdef"),
                                        Map.entry(
                                                "ohmnibus.security.secret-key",
                                                "fedcba9876543210"))))
                .isEqualTo(
                        new OhmnibusProperties(
                                new ServiceIdentity("auth"),
                                new Database("db", 6432, "csms", "u", "p"),
                                new Kafka("k:1"),
                                new Security(
                                        "https://i",
                                        URI.create("https://i/k"),
                                        "a",
                                        true,
                                        "0123456789abcdef",
                                        "fedcba9876543210")));
    }

    @ParameterizedTest
    @CsvSource({
        "ohmnibus.service.name, UPPER",
        "ohmnibus.database.host, ''",
        "ohmnibus.database.port, 70000",
        "ohmnibus.kafka.bootstrap-servers, ''",
        "ohmnibus.security.audience, ''",
        "ohmnibus.security.password-pepper, short",
        "ohmnibus.security.secret-key, short"
    })
    void whatCannotBeIsRefused(String key, String value) {
        Map<String, String> values = new java.util.HashMap<>();
        values.put("ohmnibus.service.name", "station");
        values.put(key, value);
        OhmnibusProperties properties = bind(values);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(properties)).hasSize(1);
        }
    }

    @Test
    void secretsAreNotPrinted() {
        var database = new Database("db", 1, "n", "u", "secret-1");
        var security = new Security("i", null, "a", false, "secret-2", "secret-3");
        assertThat(database.toString() + security).doesNotContain("secret");
    }

    @Test
    void theKeyIsMadeOfThePepperWhereThereIsNone() {
        assertThat(new Security("i", null, "a", false, "pepper", null).sealingSecret())
                .isEqualTo("pepper");
        assertThat(new Security("i", null, "a", false, "pepper", "key").sealingSecret())
                .isEqualTo("key");
    }

    private static OhmnibusProperties bind(Map<?, ?> values) {
        ConfigurationPropertySource source = new MapConfigurationPropertySource(values);
        return new Binder(source).bindOrCreate("ohmnibus", Bindable.of(OhmnibusProperties.class));
    }
}
