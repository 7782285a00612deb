/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the event stream, as a browser is one. */
public final class Listening implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int status;
    private final InputStream body;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean ended;

    /** An event. */
    public record Heard(String id, String type, JsonNode data) {

        public String stationId() {
            return data.path("stationId").asString("");
        }
    }

    /** Listens from now, or after an event. */
    public Listening(URI stream, String token, @Nullable String after) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stream)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream");
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        try {
            HttpResponse<InputStream> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            status = response.statusCode();
            body = response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.startVirtualThread(this::read);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String type = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    lastId = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    type = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring(5);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    heard.add(new Heard(lastId, type, JsonMapper.shared().readTree(data)));
                    type = "";
                    data = "";
                }
            }
        } catch (IOException closed) {
            // the end, like any other
        } finally {
            ended = true;
        }
    }

    public int status() {
        return status;
    }

    /** Where to resume; waits for the stream's first word. */
    public String lastId() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !lastId.isEmpty());
        return lastId;
    }

    public boolean ended() {
        return ended;
    }

    /** What was heard, in order. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** The types of what was heard of a station. */
    public List<String> heardOf(String stationId) {
        return heard.stream()
                .filter(event -> event.stationId().equals(stationId))
                .map(Heard::type)
                .toList();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
