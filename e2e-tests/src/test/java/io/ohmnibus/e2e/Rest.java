/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST APIs as their users see them. */
public final class Rest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Function<Service, URI> bases;
    private final String token;

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
        this.bases = bases;
        this.token = token;
    }

    /** An answer, whatever its status. */
    public record Answer(int status, String body) {

        /** The body, when the status is the expected one. */
        public JsonNode expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return JsonMapper.shared().readTree(body);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    public Answer importCsv(String path, String csv) {
        return send(
                request(path)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv)));
    }

    /** Sends an OCPP action to a station and waits for its outcome. */
    public JsonNode command(String service, String stationId, String action, String json) {
        return post(
                        "%s/stations/%s/commands/%s?wait=PT20S"
                                .formatted(service, stationId, action),
                        json)
                .expect(200);
    }

    private HttpRequest.Builder request(String path) {
        int slash = path.indexOf('/');
        URI base = bases.apply(Service.ofId(path.substring(0, slash)));
        return HttpRequest.newBuilder(URI.create(base + path.substring(slash + 1)))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
