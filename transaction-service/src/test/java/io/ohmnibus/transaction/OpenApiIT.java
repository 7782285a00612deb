/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.test.openapi.OpenApiRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** The description of the REST interface. */
@EmbeddedTest
final class OpenApiIT {

    private static final ReactiveJwtDecoder ANYBODY =
            token ->
                    Mono.just(
                            Jwt.withTokenValue(token)
                                    .header("alg", "none")
                                    .subject("somebody")
                                    .claim("tenant", "default")
                                    .claim("roles", List.of("admin"))
                                    .issuedAt(Instant.EPOCH)
                                    .build());

    private static String document(TestDatabase database) throws IOException, InterruptedException {
        Properties settings = new Properties();
        settings.putAll(database.properties());
        settings.setProperty("server.port", "0");
        settings.setProperty("ohmnibus.security.password-pepper", "a pepper for this test");
        try (var context =
                        OhmnibusService.builder(TransactionApplication.class, Service.TRANSACTION)
                                .properties(settings)
                                .initializers((GenericApplicationContext application) ->
                                        application.registerBean(
                                                ReactiveJwtDecoder.class, () -> ANYBODY))
                                .run();
                HttpClient http = HttpClient.newHttpClient()) {
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            URI uri = URI.create("http://localhost:" + port + "/api/transaction/openapi");
            return http.send(
                            HttpRequest.newBuilder(uri)
                                    .header("Authorization", "Bearer somebody")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void describesEachOperationWithExamplesAndProblems(TestDatabase database)
            throws IOException, InterruptedException {
        assertThat(OpenApiRules.violations(document(database))).isEmpty();
    }
}
