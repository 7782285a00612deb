/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class StationPortIT {

    @Test
    void saysWhichPortIsTaken(EmbeddedServers servers) throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> new GatewayUnderTest(servers, port).close())
                    .hasStackTraceContaining("Port " + port + " for stations cannot be opened");
        }
    }
}
