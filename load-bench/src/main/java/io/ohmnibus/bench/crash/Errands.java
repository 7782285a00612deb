/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import io.ohmnibus.bench.deploy.Deployment;
import io.ohmnibus.platform.ocpp.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who sends one command after the other, DataTransfer with a number of its own (P01). */
final class Errands {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int EVERY_MILLIS = 200;

    private final Deployment deployment;
    private final List<String> stations;
    private final Deliveries deliveries;
    private int sent;

    Errands(Deployment deployment, List<String> stations, Deliveries deliveries) {
        this.deployment = deployment;
        this.stations = stations;
        this.deliveries = deliveries;
    }

    /** Sends until the latch opens; what the platform does not take is not sent again. */
    void run(CountDownLatch over) {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!over.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                send(http);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpClient http) throws InterruptedException {
        String name = "errand-" + ++sent;
        String station = stations.get(sent % stations.size());
        HttpRequest request =
                HttpRequest.newBuilder(
                                deployment
                                        .rest(Service.STATION)
                                        .resolve(
                                                "stations/%s/commands/DataTransfer"
                                                        .formatted(station)))
                        .timeout(Duration.ofSeconds(5))
                        .header("Authorization", "Bearer " + deployment.token())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"vendorId\":\"io.ohmnibus\",\"messageId\":\"%s\"}"
                                                .formatted(name)))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() < 300) {
                deliveries.taken(name, JSON.readTree(response.body()).path("id").asString());
            }
        } catch (IOException _) {
            // the service is away: it may have taken the command or not
        }
    }
}
