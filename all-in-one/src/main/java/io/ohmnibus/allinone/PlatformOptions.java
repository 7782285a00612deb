/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import io.ohmnibus.embedded.EmbeddedStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that starts a platform. */
final class PlatformOptions {

    static final String DATA = ".ohmnibus";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DATA,
            description = "Folder of the installation's data (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(DATA);

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "" + PlatformSettings.HTTP,
            description = "REST APIs (default: ${DEFAULT-VALUE}).")
    private int http;

    @Option(
            names = "--station-port",
            paramLabel = "PORT",
            defaultValue = "" + PlatformSettings.STATIONS,
            description = "WebSockets of stations (default: ${DEFAULT-VALUE}).")
    private int stations;

    @Option(
            names = "--station-tls-port",
            paramLabel = "PORT",
            defaultValue = "" + PlatformSettings.STATIONS_TLS,
            description = "The same with TLS (default: ${DEFAULT-VALUE}).")
    private int tls;

    @Option(
            names = "--station-mutual-tls-port",
            paramLabel = "PORT",
            defaultValue = "" + PlatformSettings.STATIONS_MUTUAL_TLS,
            description = "The same with client certificates (default: ${DEFAULT-VALUE}).")
    private int mutualTls;

    @Option(
            names = "--issuer-port",
            paramLabel = "PORT",
            defaultValue = "" + PlatformSettings.ISSUER,
            description = "Access tokens (default: ${DEFAULT-VALUE}).")
    private int issuer;

    @Option(names = "--reset", description = "Forget all data of earlier runs first.")
    private boolean reset;

    @Option(
            names = "--import",
            paramLabel = "DIR",
            description = {
                "Import DIR/stations.csv (id,securityProfile,password)",
                "and DIR/tokens.csv (id,type,status) after the start."
            })
    private @Nullable Path importFrom;

    @Nullable Path importFrom() {
        return importFrom;
    }

    /** Starts a platform with these options. */
    OhmnibusPlatform start() {
        Path folder = data.toAbsolutePath().normalize();
        if (importFrom != null && !Files.isDirectory(importFrom)) {
            throw new EmbeddedStartException("There is no folder " + importFrom + " to import.");
        }
        PlatformSettings settings =
                new PlatformSettings(folder, http, stations, tls, mutualTls, issuer);
        settings.requireFree();
        if (reset) {
            forget(folder);
        }
        return OhmnibusPlatform.start(settings);
    }

    /** Deletes an installation, and nothing that is not one. */
    private static void forget(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.exists(folder.resolve("installation.properties"))) {
            throw new EmbeddedStartException(
                    folder + " holds no Ohmnibus data, so --reset leaves it alone.");
        }
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> inside = content.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inside) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "The data in " + folder + " cannot be deleted: " + e, e);
        }
    }
}
