/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.auth.AuthApplication;
import io.ohmnibus.embedded.EmbeddedOptions;
import io.ohmnibus.embedded.Ports;
import io.ohmnibus.gateway.GatewayApplication;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.process.ServerProcess;
import io.ohmnibus.platform.test.process.ServiceProcess;
import io.ohmnibus.platform.test.process.TestIssuer;
import io.ohmnibus.station.StationApplication;
import io.ohmnibus.transaction.TransactionApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Kafka, PostgreSQL, a gateway and the services that stations need to boot and charge, each in a
 * process of its own.
 */
public final class Separate implements Deployment {

    private static final List<String> JVM =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private static final Map<Service, Class<?>> SERVICES =
            Map.of(
                    Service.GATEWAY, GatewayApplication.class,
                    Service.AUTH, AuthApplication.class,
                    Service.STATION, StationApplication.class,
                    Service.TRANSACTION, TransactionApplication.class);

    private final TestIssuer issuer = new TestIssuer();
    private final int stationPort = Ports.free();
    private final ServerProcess kafka;
    private final ServerProcess postgres;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);

    private Separate(Path folder) {
        kafka = ServerProcess.launch(EmbeddedOptions.Part.KAFKA, folder.resolve("kafka"));
        postgres = ServerProcess.launch(EmbeddedOptions.Part.POSTGRES, folder.resolve("postgres"));
    }

    /**
     * Starts all of it and returns when stations may connect.
     *
     * @param folder an empty one for its data
     */
    public static Separate start(Path folder) {
        return start(folder, Learned.NOTHING);
    }

    /** The same with JVMs that know what they learned in a rehearsal. */
    public static Separate rehearsed(Path folder) {
        return start(folder, Learned.BEFORE);
    }

    /** The same with JVMs that learn; they write it down in {@link #endInOrder}. */
    public static Separate rehearsing(Path folder) {
        return start(folder, Learned.NOW);
    }

    /** Whether there was a rehearsal since the bench was built. */
    public static boolean wasRehearsed() {
        return Learned.isThere(SERVICES.keySet());
    }

    /** Ends the services one after another, each in order. */
    public void endInOrder() {
        services.values().forEach(service -> service.jvm().terminate());
    }

    private static Separate start(Path folder, Learned learned) {
        Separate deployment = new Separate(folder);
        try {
            deployment.kafka.awaitReady();
            deployment.postgres.awaitReady();
            SERVICES.forEach((service, application) ->
                    deployment.services.put(
                            service,
                            ServiceProcess.launch(
                                    application,
                                    service,
                                    deployment.properties(),
                                    jvm(service, learned))));
            deployment.services.values().forEach(ServiceProcess::awaitReady);
            return deployment;
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    private static List<String> jvm(Service service, Learned learned) {
        List<String> options = new ArrayList<>(JVM);
        options.addAll(learned.options(service));
        options.add("-Dohmnibus.log=target/processes/" + service.id() + ".log");
        return options;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(issuer.properties());
        properties.putAll(Limits.OF_ONE_ADDRESS);
        properties.put("ohmnibus.kafka.bootstrap-servers", broker());
        properties.put("ohmnibus.database.host", "127.0.0.1");
        properties.put("ohmnibus.database.port", Integer.toString(postgres.port()));
        properties.put("ohmnibus.database.name", "postgres");
        properties.put("ohmnibus.database.username", "postgres");
        properties.put("ohmnibus.database.password", "postgres");
        properties.put("ohmnibus.gateway.ordinal", "0");
        properties.put("ohmnibus.gateway.port", Integer.toString(stationPort));
        return properties;
    }

    @Override
    public String name() {
        return "separate processes";
    }

    @Override
    public URI stations() {
        return URI.create("ws://127.0.0.1:" + stationPort + "/ocpp/");
    }

    @Override
    public URI rest(Service service) {
        return Objects.requireNonNull(services.get(service), service.id()).rest();
    }

    @Override
    public String token() {
        return issuer.token();
    }

    @Override
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        services.forEach((service, process) ->
                parts.add(Part.jvms(service.id(), List.of(process.jvm().pid()))));
        parts.add(Part.jvms("kafka", List.of(kafka.processes().getFirst().pid())));
        parts.add(new Part("postgres", List.of(), postgres::processes));
        return parts;
    }

    /** Everything that runs, in the order of their names. */
    public List<Victim> victims() {
        Map<String, Victim> victims = new TreeMap<>();
        services.forEach((service, process) ->
                victims.put(
                        service.id(),
                        victim(service.id(), () -> process.jvm().kill(), process::restart)));
        victims.put("kafka", victim("kafka", kafka::kill, kafka::restart));
        victims.put("postgres", victim("postgres", postgres::kill, postgres::restart));
        return List.copyOf(victims.values());
    }

    private static Victim victim(String name, Runnable kill, Runnable restart) {
        return new Victim() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void kill() {
                kill.run();
            }

            @Override
            public void restart() {
                restart.run();
            }
        };
    }

    /** Where Kafka listens. */
    public String broker() {
        return "127.0.0.1:" + kafka.port();
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(postgres.port());
    }

    @Override
    public void close() {
        services.values().forEach(ServiceProcess::close);
        kafka.close();
        postgres.close();
        issuer.close();
    }
}
