/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64"
    })
    void isAnAddressOfIpv4AndA64OfIpv6(String address, String network) {
        assertThat(Network.of(new InetSocketAddress(InetAddress.ofLiteral(address), 1)))
                .isEqualTo(network);
    }

    @Test
    void isUnknownWithoutAnAddress() {
        assertThat(Network.of(InetSocketAddress.createUnresolved("x", 1))).isEqualTo("unknown");
    }
}
