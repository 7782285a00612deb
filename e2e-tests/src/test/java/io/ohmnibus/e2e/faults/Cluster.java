/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.faults;

import io.ohmnibus.auth.AuthApplication;
import io.ohmnibus.e2e.Rest;
import io.ohmnibus.embedded.EmbeddedOptions.Part;
import io.ohmnibus.embedded.Ports;
import io.ohmnibus.gateway.GatewayApplication;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.process.ServerProcess;
import io.ohmnibus.platform.test.process.ServiceProcess;
import io.ohmnibus.platform.test.process.TcpProxy;
import io.ohmnibus.platform.test.process.TestIssuer;
import io.ohmnibus.simulator.AvailabilityReports;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import io.ohmnibus.station.StationApplication;
import io.ohmnibus.transaction.TransactionApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * Kafka, PostgreSQL, two gateways and the services that stations need most, each in a process of
 * its own. Between each service and PostgreSQL is a network that can lose answers.
 */
final class Cluster implements AutoCloseable {

    /** How long the second gateway waits for a service; the first waits its usual 30 seconds. */
    static final String IMPATIENCE = "PT8S";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<Service, Class<?>> WITH_DATABASE =
            Map.of(
                    Service.AUTH, AuthApplication.class,
                    Service.STATION, StationApplication.class,
                    Service.TRANSACTION, TransactionApplication.class);

    private static final class Shared {

        static final Cluster CLUSTER = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close));
        }
    }

    private final Path folder;
    private final TestIssuer issuer = new TestIssuer();
    private final ServerProcess kafka;
    private final ServerProcess postgres;
    private final Map<Service, TcpProxy> networks = new EnumMap<>(Service.class);
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final ServiceProcess[] gateways = new ServiceProcess[2];
    private final int[] stationPorts = {Ports.free(), Ports.free()};
    private final Rest rest;

    private Cluster() {
        try {
            folder = Files.createTempDirectory("ohmnibus-cluster");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kafka = ServerProcess.launch(Part.KAFKA, folder.resolve("kafka"));
        postgres = ServerProcess.launch(Part.POSTGRES, folder.resolve("postgres"));
        rest = new Rest(service -> service(service).rest(), issuer.token());
    }

    /** The one that all tests of this JVM share; each leaves everything running. */
    static Cluster shared() {
        return Shared.CLUSTER;
    }

    /** Starts everything; fails with the output of what does not start. */
    private static Cluster start() {
        Cluster cluster = new Cluster();
        try {
            cluster.startServices();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void startServices() {
        kafka.awaitReady();
        postgres.awaitReady();
        WITH_DATABASE
                .keySet()
                .forEach(service -> {
                    TcpProxy network = new TcpProxy(postgres.port());
                    networks.put(service, network);
                    services.put(service, launch(service, network.port()));
                });
        for (int ordinal = 0; ordinal < gateways.length; ordinal++) {
            Map<String, String> properties = properties();
            properties.put("ohmnibus.gateway.ordinal", Integer.toString(ordinal));
            properties.put("ohmnibus.gateway.port", Integer.toString(stationPorts[ordinal]));
            if (ordinal == 1) {
                properties.put("ohmnibus.gateway.call-timeout", IMPATIENCE);
            }
            gateways[ordinal] =
                    ServiceProcess.launch(GatewayApplication.class, Service.GATEWAY, properties);
        }
        services.values().forEach(ServiceProcess::awaitReady);
        for (ServiceProcess gateway : gateways) {
            gateway.awaitReady();
        }
    }

    private ServiceProcess launch(Service service, int postgresPort) {
        Map<String, String> properties = properties();
        properties.put("ohmnibus.database.port", Integer.toString(postgresPort));
        return ServiceProcess.launch(
                Objects.requireNonNull(WITH_DATABASE.get(service)), service, properties);
    }

    /** One more instance of a service, which shares its partitions. */
    ServiceProcess another(Service service) {
        return launch(service, postgres.port()).awaitReady();
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(issuer.properties());
        properties.put("ohmnibus.kafka.bootstrap-servers", "127.0.0.1:" + kafka.port());
        properties.put("ohmnibus.kafka.partitions", "2");
        properties.put("ohmnibus.kafka.gateway-partitions", "2");
        properties.put("ohmnibus.database.host", "127.0.0.1");
        properties.put("ohmnibus.database.name", "postgres");
        properties.put("ohmnibus.database.username", "postgres");
        properties.put("ohmnibus.database.password", "postgres");
        properties.put("ohmnibus.security.open-docs", "true");
        return properties;
    }

    ServerProcess kafka() {
        return kafka;
    }

    ServerProcess postgres() {
        return postgres;
    }

    /** The network between a service and PostgreSQL. */
    TcpProxy network(Service service) {
        TcpProxy network = networks.get(service);
        if (network == null) {
            throw new IllegalArgumentException(service + " has no database here");
        }
        return network;
    }

    /** The process of a service; of the gateways the first. */
    ServiceProcess service(Service service) {
        ServiceProcess process = service == Service.GATEWAY ? gateways[0] : services.get(service);
        if (process == null) {
            throw new IllegalArgumentException(service + " does not run here");
        }
        return process;
    }

    ServiceProcess gateway(int ordinal) {
        return gateways[ordinal];
    }

    Rest rest() {
        return rest;
    }

    /** A token of somebody who may do everything. */
    String token() {
        return issuer.token();
    }

    /** The rows that services write, seen from beside them. */
    Database database() {
        return new Database(postgres.port());
    }

    /** A registered station of 2.1, not connected yet, that will connect to that gateway. */
    StationBuilder station(int gateway) {
        String id = "F-" + NUMBER.incrementAndGet();
        String password =
                rest.post(
                                "station/stations",
                                "{\"stationId\": \"%s\", \"securityProfile\": 1}".formatted(id))
                        .expect(201)
                        .path("password")
                        .asString();
        return Station.builder(id)
                .version(OcppVersion.V2_1)
                .availability(AvailabilityReports.STATUS_NOTIFICATION)
                .url("ws://localhost:" + stationPorts[gateway] + "/ocpp")
                .password(password);
    }

    /** A station that is connected to that gateway and was accepted. */
    Station booted(int gateway) {
        Station station = station(gateway).start();
        station.boot(BootReasonEnum.POWER_UP);
        return station;
    }

    @Override
    public void close() {
        for (ServiceProcess gateway : gateways) {
            if (gateway != null) {
                gateway.close();
            }
        }
        services.values().forEach(ServiceProcess::close);
        networks.values().forEach(TcpProxy::close);
        kafka.close();
        postgres.close();
        issuer.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
