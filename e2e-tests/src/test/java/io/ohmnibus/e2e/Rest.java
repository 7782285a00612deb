/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.ocpp.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST APIs as their users see them. */
public final class Rest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Function<Service, URI> bases;
    private final String token;
    private final Map<String, String> headers;

    Rest(int port, String token) {
        this(
                service -> URI.create("http://localhost:%d/api/%s/".formatted(port, service.id())),
                token);
    }

    /**
     * For services that run on their own.
     *
     * @param bases where a service's API is, with a slash at the end
     */
    public Rest(Function<Service, URI> bases, String token) {
        this(bases, token, Map.of());
    }

    private Rest(Function<Service, URI> bases, String token, Map<String, String> headers) {
        this.bases = bases;
        this.token = token;
        this.headers = headers;
    }

    /** An answer, whatever its status. */
    public record Answer(int status, String body, boolean replayed) {

        /** The body, when the status is the expected one. */
        public JsonNode expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return JsonMapper.shared().readTree(body);
        }
    }

    /** The same APIs with another access token. */
    public Rest as(String otherToken) {
        return new Rest(bases, otherToken, headers);
    }

    /** The same APIs; every request has that Idempotency-Key. */
    public Rest keyed(String key) {
        return new Rest(bases, token, Map.of("Idempotency-Key", key));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** The same in the form of that media type. */
    public Answer getAs(String accept, String path) {
        return send(request(path).header("Accept", accept).GET());
    }

    /** Reads until what is there is as expected; fails with the last difference. */
    public void eventually(String path, Consumer<JsonNode> expectation) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> expectation.accept(get(path).expect(200)));
    }

    public Answer post(String path, String json) {
        return send(json("POST", path, json));
    }

    public Answer patch(String path, String json) {
        return send(json("PATCH", path, json));
    }

    public Answer put(String path, String json) {
        return send(json("PUT", path, json));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer importCsv(String path, String csv) {
        return send(
                request(path)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv)));
    }

    /** Sends an OCPP action to a station and waits for its outcome. */
    public JsonNode command(String service, String stationId, String action, String json) {
        return tryCommand(service, stationId, action, json).expect(200);
    }

    /** The same, when it may be refused. */
    public Answer tryCommand(String service, String stationId, String action, String json) {
        return post(
                "%s/stations/%s/commands/%s?wait=PT20S".formatted(service, stationId, action),
                json);
    }

    private HttpRequest.Builder json(String method, String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        int slash = path.indexOf('/');
        URI base = bases.apply(Service.ofId(path.substring(0, slash)));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path.substring(slash + 1)))
                        .header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Idempotent-Replayed").isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
