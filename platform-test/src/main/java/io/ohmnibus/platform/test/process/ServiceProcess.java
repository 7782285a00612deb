/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.process;

import io.ohmnibus.embedded.Ports;
import io.ohmnibus.platform.ocpp.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A service as it runs in production, in a process of its own; only Kafka and PostgreSQL are given
 * to it, for example by {@code TestDatabase.properties()}.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Class<?> application;
    private final Service service;
    private final Map<String, String> properties;
    private final @Nullable List<String> options;
    private final int port;
    private ChildJvm jvm;

    private ServiceProcess(
            Class<?> application,
            Service service,
            Map<String, String> properties,
            @Nullable List<String> options,
            int port) {
        this.application = application;
        this.service = service;
        this.properties = properties;
        this.options = options;
        this.port = port;
        this.jvm = launch();
    }

    /**
     * Starts without waiting, so that several can start side by side.
     *
     * @param application the class with the main method
     */
    public static ServiceProcess launch(
            Class<?> application, Service service, Map<String, String> properties) {
        return launch(application, service, properties, null);
    }

    /**
     * The same with the JVM as a deployment would set it.
     *
     * @param options of the JVM; null for a small one that starts quickly
     */
    public static ServiceProcess launch(
            Class<?> application,
            Service service,
            Map<String, String> properties,
            @Nullable List<String> options) {
        int port = Ports.free();
        Map<String, String> all =
                new TreeMap<>(
                        Map.of(
                                "server.port", Integer.toString(port),
                                "ohmnibus.security.password-pepper", "a-pepper-for-tests-only",
                                "ohmnibus.security.issuer", "http://localhost:1",
                                "ohmnibus.security.jwk-set-uri", "http://localhost:1/jwks"));
        all.putAll(properties);
        return new ServiceProcess(application, service, all, options, port);
    }

    /** Starts and returns when the service says that it is ready. */
    public static ServiceProcess start(
            Class<?> application, Service service, Map<String, String> properties) {
        return launch(application, service, properties).awaitReady();
    }

    private ChildJvm launch() {
        List<String> arguments =
                properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toList();
        return options == null
                ? ChildJvm.start(application, arguments)
                : ChildJvm.start(application, options, arguments);
    }

    /** Returns when it is ready; fails with its output when it ends or takes too long. */
    public ServiceProcess awaitReady() {
        try {
            Awaitility.await(service.id() + "-service is ready")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> isReady() || !jvm.isAlive());
        } catch (RuntimeException e) {
            throw failure("is not ready", e);
        }
        if (!jvm.isAlive()) {
            throw failure("has ended", null);
        }
        return this;
    }

    private IllegalStateException failure(String what, @Nullable Exception cause) {
        String output = jvm.output();
        close();
        return new IllegalStateException(
                "%s-service %s, %s:%n%s".formatted(service.id(), what, jvm, output), cause);
    }

    /** Whether its readiness probe says so within a few seconds. */
    public boolean isReady() {
        return health("readiness") == 200;
    }

    /**
     * The HTTP status of a health group, such as {@code readiness} or {@code liveness}; 0 when
     * nobody answers in time.
     */
    public int health(String group) {
        HttpRequest request =
                HttpRequest.newBuilder(rest().resolve("actuator/health/" + group))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The sum of a metric over its labels; 0 when it has none yet. Its metrics must be open. */
    public double metric(String name) {
        HttpRequest request = HttpRequest.newBuilder(rest().resolve("actuator/prometheus")).build();
        try {
            return HTTP.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The base of its REST API, with a slash at the end. */
    public URI rest() {
        return URI.create("http://localhost:%d/api/%s/".formatted(port, service.id()));
    }

    /** The process that runs now: to kill, to pause, to end it, or to read its output. */
    public ChildJvm jvm() {
        return jvm;
    }

    /** Starts it again with the same properties and ports; it must have ended before. */
    public ServiceProcess restart() {
        if (jvm.isAlive()) {
            throw new IllegalStateException("still running: " + jvm);
        }
        jvm = launch();
        return awaitReady();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
