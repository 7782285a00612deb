/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.allinone.Pki;
import io.ohmnibus.auth.AuthApplication;
import io.ohmnibus.bench.load.Access;
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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Kafka, PostgreSQL, gateways and the services that stations need to boot and charge, each in a
 * process of its own.
 */
public final class Separate implements Deployment {

    static final List<String> JVM =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private static final long LOOK_MILLIS = 20;

    private static final Map<Service, Class<?>> SERVICES =
            Map.of(
                    Service.GATEWAY, GatewayApplication.class,
                    Service.AUTH, AuthApplication.class,
                    Service.STATION, StationApplication.class,
                    Service.TRANSACTION, TransactionApplication.class);

    private final TestIssuer issuer = new TestIssuer();
    private final Path folder;
    private final Learned learned;
    private final Pki pki;
    private final List<Integer> stationPorts = new ArrayList<>();
    private final List<Integer> tlsPorts = new ArrayList<>();
    private final ServerProcess kafka;
    private final ServerProcess postgres;
    private final Map<Service, List<ServiceProcess>> services = new EnumMap<>(Service.class);

    private Separate(Path folder, Size size, Learned learned) {
        this.folder = folder;
        this.learned = learned;
        pki = Pki.open(folder, Register.PASSWORD);
        for (int i = 0; i < size.gateways(); i++) {
            stationPorts.add(Ports.free());
            tlsPorts.add(Ports.free());
        }
        kafka = Broker.launch(folder.resolve(Broker.NAME), learned);
        postgres = ServerProcess.launch(EmbeddedOptions.Part.POSTGRES, folder.resolve("postgres"));
    }

    /**
     * Starts all of it, one process of each, and returns when stations may connect.
     *
     * @param folder an empty one for its data
     */
    public static Separate start(Path folder) {
        return start(folder, Size.ONE, Learned.NOTHING);
    }

    /** The same in that size. */
    public static Separate start(Path folder, Size size) {
        return start(folder, size, Learned.NOTHING);
    }

    /** The same with JVMs that know what they learned in a rehearsal. */
    public static Separate rehearsed(Path folder, Size size) {
        return start(folder, size, Learned.BEFORE);
    }

    /** One of each, with JVMs that learn; they write it down in {@link #endInOrder}. */
    public static Separate rehearsing(Path folder) {
        return start(folder, Size.ONE, Learned.NOW);
    }

    /** Whether there was a rehearsal since the bench was built. */
    public static boolean wasRehearsed() {
        return Learned.isThere(
                Stream.concat(services().stream().map(Service::id), Stream.of(Broker.NAME))
                        .toList());
    }

    /** The services that run here, in the order of their names. */
    public static List<Service> services() {
        return SERVICES.keySet().stream().sorted(Comparator.comparing(Service::id)).toList();
    }

    /** Ends the services one after another, each in order. */
    public void endInOrder() {
        services.forEach((service, processes) ->
                processes.forEach(
                        process -> learned.ended(service.id(), process.jvm().terminate())));
    }

    /** Ends the broker in order, when no service needs it any more. */
    public void endBroker() {
        learned.ended(Broker.NAME, kafka.terminate());
    }

    /**
     * Starts one service while no other runs, and ends it again.
     *
     * @param rehearsed whether its JVM knows what it learned
     */
    public Started startAlone(Service service, boolean rehearsed) {
        long began = System.nanoTime();
        try (ServiceProcess process =
                launch(service, 0, rehearsed ? Learned.BEFORE : Learned.NOTHING)) {
            while (process.jvm().isAlive() && !process.isReady()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
            Started started =
                    Started.of(Part.jvms(service.id(), List.of(process.jvm().pid())), began);
            process.awaitReady().jvm().terminate();
            return started;
        }
    }

    private static Separate start(Path folder, Size size, Learned learned) {
        Separate deployment = new Separate(folder, size, learned);
        try {
            deployment.kafka.awaitReady();
            deployment.postgres.awaitReady();
            SERVICES.keySet()
                    .forEach(service -> {
                        List<ServiceProcess> processes = new ArrayList<>();
                        deployment.services.put(service, processes);
                        for (int i = 0; i < size.of(service); i++) {
                            processes.add(deployment.launch(service, i, learned));
                        }
                    });
            deployment.processes().forEach(ServiceProcess::awaitReady);
            return deployment;
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    private ServiceProcess launch(Service service, int instance, Learned learned) {
        List<String> options = new ArrayList<>(JVM);
        options.addAll(Unpacked.options(service));
        options.addAll(learned.options(service.id()));
        options.add("-Dohmnibus.log=target/processes/%s-%d.log".formatted(service.id(), instance));
        return ServiceProcess.launch(
                Objects.requireNonNull(SERVICES.get(service)),
                service,
                service == Service.GATEWAY ? gatewayProperties(instance) : properties(),
                options);
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(issuer.properties());
        properties.putAll(Limits.OF_ONE_ADDRESS);
        pki.properties().forEach((name, value) -> properties.put(name, value.toString()));
        properties.put("ohmnibus.kafka.bootstrap-servers", broker());
        properties.put("ohmnibus.database.host", "127.0.0.1");
        properties.put("ohmnibus.database.port", Integer.toString(postgres.port()));
        properties.put("ohmnibus.database.name", "postgres");
        properties.put("ohmnibus.database.username", "postgres");
        properties.put("ohmnibus.database.password", "postgres");
        return properties;
    }

    private Map<String, String> gatewayProperties(int ordinal) {
        Map<String, String> properties = properties();
        properties.put("ohmnibus.gateway.ordinal", Integer.toString(ordinal));
        properties.put("ohmnibus.gateway.port", stationPorts.get(ordinal).toString());
        properties.put("ohmnibus.gateway.tls.port", tlsPorts.get(ordinal).toString());
        return properties;
    }

    private List<ServiceProcess> processes() {
        return services.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public URI stations() {
        return uri("ws", stationPorts.getFirst());
    }

    @Override
    public Access access() {
        return Access.plain(
                stationPorts.stream().map(port -> uri("ws", port)).toList(), Register.PASSWORD);
    }

    @Override
    public Access tlsAccess() {
        return Access.tls(
                tlsPorts.stream().map(port -> uri("wss", port)).toList(),
                Register.PASSWORD,
                pki.rootFile());
    }

    private static URI uri(String scheme, int port) {
        return URI.create("%s://127.0.0.1:%d/ocpp/".formatted(scheme, port));
    }

    @Override
    public URI rest(Service service) {
        return Objects.requireNonNull(services.get(service), service.id()).getFirst().rest();
    }

    @Override
    public String token() {
        return issuer.token();
    }

    @Override
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        services.forEach((service, processes) ->
                parts.add(
                        Part.jvms(
                                service.id(),
                                processes.stream().map(process -> process.jvm().pid()).toList())));
        parts.add(Part.jvms(Broker.NAME, List.of(kafka.processes().getFirst().pid())));
        parts.add(new Part("postgres", List.of(), postgres::processes));
        return parts;
    }

    /** One process of each kind, in the order of their names. */
    public List<Victim> victims() {
        Map<String, Victim> victims = new TreeMap<>();
        services.forEach((service, processes) -> {
            ServiceProcess process = processes.getFirst();
            victims.put(
                    service.id(),
                    victim(service.id(), () -> process.jvm().kill(), process::restart));
        });
        victims.put(Broker.NAME, victim(Broker.NAME, kafka::kill, kafka::restart));
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
    public Path folder() {
        return folder;
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(postgres.port());
    }

    @Override
    public void close() {
        processes().forEach(ServiceProcess::close);
        kafka.close();
        postgres.close();
        issuer.close();
    }
}
