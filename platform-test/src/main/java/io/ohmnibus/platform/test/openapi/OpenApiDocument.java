/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.openapi;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** The description of its REST interface that a service gives. */
public final class OpenApiDocument {

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

    private OpenApiDocument() {}

    /** Starts the service on a test's database and asks for it. */
    public static String of(Class<?> application, Service service, TestDatabase database)
            throws IOException, InterruptedException {
        Properties settings = new Properties();
        settings.putAll(database.properties());
        settings.setProperty("server.port", "0");
        settings.setProperty("ohmnibus.security.password-pepper", "a pepper for this test");
        try (var context =
                        OhmnibusService.builder(application, service)
                                .properties(settings)
                                .initializers((GenericApplicationContext one) ->
                                        one.registerBean(ReactiveJwtDecoder.class, () -> ANYBODY))
                                .run();
                HttpClient http = HttpClient.newHttpClient()) {
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            URI uri =
                    URI.create("http://localhost:%s/api/%s/openapi".formatted(port, service.id()));
            return http.send(
                            HttpRequest.newBuilder(uri)
                                    .header("Authorization", "Bearer somebody")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
