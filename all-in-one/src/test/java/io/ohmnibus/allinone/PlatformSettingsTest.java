/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.embedded.EmbeddedStartException;
import io.ohmnibus.embedded.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PlatformSettingsTest {

    private static final Path DATA = Path.of("data");

    @Test
    void takesPortsThatAreFree() {
        assertThatCode(PlatformSettings.onFreePorts(DATA)::requireFree).doesNotThrowAnyException();
    }

    @Test
    void saysWhichPortIsTakenAndHowToChooseAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertRefused(
                    Ports.free(),
                    port,
                    "Port %d is taken; choose another one with --station-port.".formatted(port));
        }
    }

    @Test
    void saysWhichPortCannotBe() {
        assertRefused(Ports.free(), 99999, "--station-port is a port from 1 to 65535, not 99999.");
        assertRefused(0, Ports.free(), "--http-port is a port from 1 to 65535, not 0.");
    }

    @Test
    void wantsDifferentPorts() {
        int port = Ports.free();
        assertRefused(
                port,
                port,
                "--http-port and --station-port need different ports, not both %d."
                        .formatted(port));
        PlatformSettings tls =
                new PlatformSettings(DATA, Ports.free(), Ports.free(), port, port, Ports.free());
        assertThatThrownBy(tls::requireFree)
                .hasMessage(
                        "--station-tls-port and --station-mutual-tls-port need different ports, not both %d."
                                .formatted(port));
    }

    private static void assertRefused(int http, int stations, String sentence) {
        PlatformSettings settings =
                new PlatformSettings(
                        DATA, http, stations, Ports.free(), Ports.free(), Ports.free());
        assertThatThrownBy(settings::requireFree)
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessage(sentence);
    }
}
