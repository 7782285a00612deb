/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.bench.load.Traffics;
import io.ohmnibus.platform.ocpp.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the stations and the token known, through the REST API that operators use. */
public final class Register {

    /** Of every station. */
    public static final String PASSWORD = "load-bench-password-1";

    private static final int ROWS_AT_ONCE = 1000;

    private Register() {}

    /** Registers the token and that many stations; returns the stations' identities. */
    public static List<String> fill(Deployment deployment, int count) {
        tokens(deployment, List.of(Traffics.TOKEN));
        return stations(deployment, "LOAD", 1, count);
    }

    /** Registers that many stations of security profile 2; returns their identities. */
    public static List<String> secured(Deployment deployment, int count) {
        return stations(deployment, "LOAD-TLS", 2, count);
    }

    private static List<String> stations(
            Deployment deployment, String prefix, int profile, int count) {
        List<String> ids =
                IntStream.range(0, count).mapToObj((prefix + "-%05d")::formatted).toList();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int from = 0; from < count; from += ROWS_AT_ONCE) {
                StringBuilder csv = new StringBuilder("id,securityProfile,password\n");
                ids.subList(from, Math.min(count, from + ROWS_AT_ONCE))
                        .forEach(id -> csv.append(id + "," + profile + "," + PASSWORD + "\n"));
                post(
                        http,
                        deployment,
                        deployment.rest(Service.STATION).resolve("stations/import"),
                        csv.toString());
            }
        }
        return ids;
    }

    /** Registers one more token for each of these, of the same name. */
    public static void tokens(Deployment deployment, List<String> names) {
        StringBuilder csv = new StringBuilder("id,type,status\n");
        names.forEach(name -> csv.append(name + ",ISO14443,Accepted\n"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            post(
                    http,
                    deployment,
                    deployment.rest(Service.AUTH).resolve("tokens/import"),
                    csv.toString());
        }
    }

    private static void post(HttpClient http, Deployment deployment, URI uri, String csv) {
        try {
            var response =
                    http.send(
                            HttpRequest.newBuilder(uri)
                                    .header("Authorization", "Bearer " + deployment.token())
                                    .header("Content-Type", "text/csv")
                                    .POST(HttpRequest.BodyPublishers.ofString(csv))
                                    .build(),
                            BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        uri + " answered " + response.statusCode() + ": " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
