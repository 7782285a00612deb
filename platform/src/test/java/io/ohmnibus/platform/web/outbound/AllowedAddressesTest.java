/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowedAddressesTest {

    private static AllowedAddresses allowing(String... networks) {
        return new AllowedAddresses(new OutboundProperties(List.of(networks), false));
    }

    private static boolean allowed(String address) throws UnknownHostException {
        return allowing().contains(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1"
            })
    void refusesWhatIsNotThePublicInternet(String address) throws UnknownHostException {
        assertThat(allowed(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.169.0.1", "2606:4700::1111"})
    void allowsWhatIs(String address) throws UnknownHostException {
        assertThat(allowed(address)).isTrue();
    }

    @Test
    void allowsTheNetworksThatAreNamed() throws UnknownHostException {
        AllowedAddresses some = allowing("10.20.0.0/16", "fd00:1::/32", "127.0.0.1");

        assertThat(some.contains(InetAddress.getByName("10.20.255.1"))).isTrue();
        assertThat(some.contains(InetAddress.getByName("10.21.0.1"))).isFalse();
        assertThat(some.contains(InetAddress.getByName("fd00:1::5"))).isTrue();
        assertThat(some.contains(InetAddress.getByName("fd00:2::5"))).isFalse();
        assertThat(some.contains(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(some.contains(InetAddress.getByName("127.0.0.2"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8"})
    void doesNotStartWithAWrongNetwork(String network) {
        assertThatThrownBy(() -> allowing(network)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://example.org",
                "/path",
                "https:///path",
                "https://user:secret@example.org/",
                "https://example.org/#part",
                "file:///etc/passwd"
            })
    void takesHttpsToAHostOnly(String url) {
        assertThat(allowing().objection(URI.create(url))).isPresent();
    }

    @Test
    void takesHttpWhereThatIsWanted() {
        assertThat(allowing().objection(URI.create("https://example.org:8443/a?b=c"))).isEmpty();
        AllowedAddresses plain = new AllowedAddresses(new OutboundProperties(List.of(), true));
        assertThat(plain.objection(URI.create("http://example.org/"))).isEmpty();
    }
}
