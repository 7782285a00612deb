/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import io.ohmnibus.embedded.EmbeddedOptions;
import io.ohmnibus.embedded.EmbeddedPlatform;
import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.ConfigurableApplicationContext;

/** The test application on a real port with a real database, and a client for it. */
public final class TestService implements AutoCloseable {

    final TestIssuer issuer;
    private final EmbeddedPlatform parts;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    TestService(Path data) throws IOException {
        issuer = new TestIssuer();
        parts = EmbeddedPlatform.start(new EmbeddedOptions(data, 0, 0));
        parts.createDatabaseIfMissing("ohmnibus");
        context = run(TestApplication.class, Service.STATION);
    }

    /** Starts an application on any port, with the parts and the issuer of this one. */
    ConfigurableApplicationContext run(Class<?> app, Service service) {
        return OhmnibusService.run(
                app,
                service,
                "--server.port=0",
                "--ohmnibus.kafka.bootstrap-servers=" + parts.kafkaBootstrap(),
                "--ohmnibus.database.host=" + parts.postgresHost(),
                "--ohmnibus.database.port=" + parts.postgresPort(),
                "--ohmnibus.database.username=" + parts.username(),
                "--ohmnibus.database.password=" + parts.password(),
                "--ohmnibus.security.issuer=" + TestIssuer.NAME,
                "--ohmnibus.security.jwk-set-uri=" + issuer.jwkSetUri(),
                "--ohmnibus.security.password-pepper=a pepper for tests");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpRequest.Builder request(String path) {
        return request(context, "/api/station" + path);
    }

    static HttpRequest.Builder request(ConfigurableApplicationContext app, String path) {
        String port = Objects.requireNonNull(app.getEnvironment().getProperty("local.server.port"));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** A request of an operator. */
    HttpRequest.Builder operator(String path) {
        return as(issuer.token("operator-1", "operator"), path);
    }

    HttpRequest.Builder as(String token, String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
        return request.header("Content-Type", "application/json").method(method, text(body));
    }

    static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        context.close();
        parts.close();
        issuer.close();
    }
}
