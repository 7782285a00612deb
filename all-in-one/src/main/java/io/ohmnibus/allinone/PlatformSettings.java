/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import io.ohmnibus.embedded.EmbeddedStartException;
import io.ohmnibus.embedded.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a platform keeps its data, and the ports it listens on.
 *
 * @param http REST of all services
 * @param stations WebSockets of stations
 * @param stationsTls the same with TLS, security profile 2
 * @param stationsMutualTls the same with client certificates, security profile 3
 * @param issuer tokens
 */
public record PlatformSettings(
        Path data, int http, int stations, int stationsTls, int stationsMutualTls, int issuer) {

    public static final int HTTP = 8080;
    public static final int STATIONS = 9000;
    public static final int STATIONS_TLS = 9002;
    public static final int STATIONS_MUTUAL_TLS = 9003;
    public static final int ISSUER = 8090;

    /** Any free ports; for tests, where several platforms may run. */
    public static PlatformSettings onFreePorts(Path data) {
        return new PlatformSettings(
                data, Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    /** Fails with one sentence when a port cannot be, or another process listens on it. */
    void requireFree() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("--http-port", http);
        ports.put("--station-port", stations);
        ports.put("--station-tls-port", stationsTls);
        ports.put("--station-mutual-tls-port", stationsMutualTls);
        ports.put("--issuer-port", issuer);
        Map<Integer, String> options = new HashMap<>();
        ports.forEach((option, port) -> {
            String other = options.putIfAbsent(port, option);
            if (other != null) {
                throw new EmbeddedStartException(
                        "%s and %s need different ports, not both %d."
                                .formatted(other, option, port));
            }
        });
        ports.forEach((option, port) -> requireFree(port, option));
    }

    private static void requireFree(int port, String option) {
        if (port < 1 || port > 65_535) {
            throw new EmbeddedStartException(
                    "%s is a port from 1 to 65535, not %d.".formatted(option, port));
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "Port " + port + " is taken; choose another one with " + option + ".", e);
        }
    }
}
