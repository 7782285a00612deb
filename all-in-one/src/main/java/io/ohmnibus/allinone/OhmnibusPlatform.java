/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import io.ohmnibus.embedded.EmbeddedOptions;
import io.ohmnibus.embedded.EmbeddedPlatform;
import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole platform in this JVM: Kafka, PostgreSQL, an issuer, and every service in a context of
 * its own, as separate as in processes of their own.
 */
public final class OhmnibusPlatform implements AutoCloseable {

    /** Whose stations they are unless another tenant registers some. */
    static final String TENANT = "default";

    private static final String DATABASE = "ohmnibus";

    private final PlatformSettings settings;
    private final Installation installation;
    private final EmbeddedPlatform embedded;
    private final Pki pki;
    private final List<AutoCloseable> parts = Collections.synchronizedList(new ArrayList<>());

    private OhmnibusPlatform(
            PlatformSettings settings,
            Installation installation,
            Pki pki,
            EmbeddedPlatform embedded) {
        this.settings = settings;
        this.installation = installation;
        this.embedded = embedded;
        this.pki = pki;
    }

    /**
     * Starts everything and returns when stations may connect.
     *
     * @throws io.ohmnibus.embedded.EmbeddedStartException with a sentence for people when a port is
     *     taken or the data folder cannot be used
     */
    public static OhmnibusPlatform start(PlatformSettings settings) {
        settings.requireFree();
        Installation installation = Installation.open(settings.data());
        Pki pki = Pki.open(settings.data(), installation.authorityPassword());
        EmbeddedPlatform embedded =
                EmbeddedPlatform.start(new EmbeddedOptions(settings.data(), 0, 0));
        OhmnibusPlatform platform = new OhmnibusPlatform(settings, installation, pki, embedded);
        embedded.beforeClose(platform::closeParts);
        try {
            embedded.createDatabaseIfMissing(DATABASE);
            platform.startParts();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void startParts() {
        SharedHttp http = new SharedHttp(settings.http(), new Pages());
        parts.add(http);
        List<Callable<AutoCloseable>> starts = new ArrayList<>();
        starts.add(() -> Issuer.start(settings, installation));
        Services.ALL.forEach((service, app) -> starts.add(() -> start(http, service, app)));
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<AutoCloseable>> started = starts.stream().map(threads::submit).toList();
            RuntimeException failure = null;
            for (Future<AutoCloseable> part : started) {
                failure = awaited(part, failure);
            }
            if (failure != null) {
                throw failure;
            }
        }
    }

    private @org.jspecify.annotations.Nullable RuntimeException awaited(
            Future<AutoCloseable> part,
            @org.jspecify.annotations.Nullable RuntimeException earlier) {
        try {
            parts.add(part.get());
            return earlier;
        } catch (ExecutionException e) {
            if (earlier != null) {
                earlier.addSuppressed(e.getCause());
                return earlier;
            }
            return new IllegalStateException("A service did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException(e);
        }
    }

    private ConfigurableApplicationContext start(SharedHttp http, Service service, Class<?> app) {
        return OhmnibusService.builder(app, service)
                .web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .initializers(context ->
                        ((GenericApplicationContext) context)
                                .registerBean(
                                        ReactiveWebServerFactory.class,
                                        () -> http.serving(service.id())))
                .run(
                        properties().entrySet().stream()
                                .map(property ->
                                        "--" + property.getKey() + "=" + property.getValue())
                                .toArray(String[]::new));
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(embeddedParts());
        properties.putAll(pki.properties());
        properties.put("ohmnibus.gateway.tls.port", settings.stationsTls());
        properties.put("ohmnibus.gateway.tls.mutual-port", settings.stationsMutualTls());
        properties.put("ohmnibus.csms.root", pki.rootFile());
        properties.put("ohmnibus.csms.urls.1", url("ws", settings.stations()));
        properties.put("ohmnibus.csms.urls.2", url("wss", settings.stationsTls()));
        properties.put("ohmnibus.csms.urls.3", url("wss", settings.stationsMutualTls()));
        return properties;
    }

    private static String url(String scheme, int port) {
        return scheme + "://localhost:" + port + "/ocpp";
    }

    private Map<String, Object> embeddedParts() {
        return Map.ofEntries(
                Map.entry("ohmnibus.kafka.bootstrap-servers", embedded.kafkaBootstrap()),
                Map.entry("ohmnibus.kafka.partitions", 3),
                Map.entry("ohmnibus.kafka.gateway-partitions", 1),
                Map.entry("ohmnibus.database.host", embedded.postgresHost()),
                Map.entry("ohmnibus.database.port", embedded.postgresPort()),
                Map.entry("ohmnibus.database.name", DATABASE),
                Map.entry("ohmnibus.database.username", embedded.username()),
                Map.entry("ohmnibus.database.password", embedded.password()),
                Map.entry("ohmnibus.security.issuer", Issuer.uri(settings)),
                Map.entry("ohmnibus.security.jwk-set-uri", Issuer.jwkSetUri(settings)),
                Map.entry("ohmnibus.security.open-docs", true),
                Map.entry("ohmnibus.security.password-pepper", installation.pepper()),
                Map.entry("ohmnibus.gateway.port", settings.stations()),
                // Demo stations all come from this machine.
                Map.entry("ohmnibus.gateway.admission.max-connections-per-address", 50_000),
                Map.entry("ohmnibus.gateway.admission.free-attempts", 1_000_000),
                Map.entry("ohmnibus.gateway.ordinal", 0),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.jmx.enabled", "false"));
    }

    public PlatformSettings settings() {
        return settings;
    }

    /** The certificate that stations must trust for TLS. */
    public X509Certificate root() {
        return pki.root();
    }

    /** The database, for tests that look at rows. */
    public String jdbcUrl() {
        return embedded.jdbcUrl(DATABASE);
    }

    public String databaseUser() {
        return embedded.username();
    }

    /** The brokers, for tests that look at topics. */
    public String kafkaBootstrap() {
        return embedded.kafkaBootstrap();
    }

    /** A client of the issuer that may do everything. */
    public Tokens tokens() {
        return new Tokens(Issuer.uri(settings), Issuer.CLIENT, installation.clientSecret());
    }

    /**
     * A new client of the issuer that acts for a tenant; it is forgotten when the platform stops.
     *
     * @param roles viewer, operator or admin
     */
    public Tokens tokens(String client, String tenant, String... roles) {
        String secret = UUID.randomUUID().toString();
        issuer().add(client, secret, tenant, List.of(roles));
        return new Tokens(Issuer.uri(settings), client, secret);
    }

    private Issuer issuer() {
        synchronized (parts) {
            return parts.stream()
                    .filter(Issuer.class::isInstance)
                    .map(Issuer.class::cast)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Base URI of the issuer; people sign in there as {@code operator}. */
    public String issuerUri() {
        return Issuer.uri(settings);
    }

    /** The password of the person {@code operator}. */
    public String operatorPassword() {
        return installation.operatorPassword();
    }

    Installation installation() {
        return installation;
    }

    /** Stops the services side by side, then the HTTP server, Kafka and PostgreSQL. */
    @Override
    public void close() {
        embedded.close();
    }

    private void closeParts() {
        List<AutoCloseable> closing;
        synchronized (parts) {
            closing = List.copyOf(parts.reversed());
            parts.clear();
        }
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            closing.forEach(part -> threads.execute(() -> Closing.quietly(part)));
        }
    }
}
