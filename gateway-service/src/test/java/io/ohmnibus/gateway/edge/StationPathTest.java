/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.StationKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StationPathTest {

    @ParameterizedTest
    @CsvSource({
        "/ocpp/CS001, default, CS001",
        "/ocpp/RDAM%7C123, default, RDAM|123",
        "/ocpp/a+b, default, a+b",
        "/ocpp/a%2Bb, default, a+b",
        "/ocpp/acme/DE*ABC*E1, acme, DE*ABC*E1"
    })
    void readsTheStation(String path, String tenant, String station) { // Part 4, 3.1.1
        assertThat(StationPath.parse(path)).contains(new StationKey(tenant, station));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/ocpp",
                "/ocpp/",
                "/ocpp/a/",
                "/ocpp/a/b/c",
                "/ocpp/%2F",
                "/ocpp/%zz",
                "/ocpp/a%3Ab",
                "/ocpp/ACME/x",
                "/ocpp/a%20b",
                "/ocpp/%F0%9F%94%8C"
            })
    void refusesWhatNoStationCanHave(String path) { // A12
        assertThat(StationPath.parse(path)).isEmpty();
    }

    @Test
    void allows48CharactersAndNoMore() {
        assertThat(StationPath.parse("/ocpp/" + "x".repeat(48))).isPresent();
        assertThat(StationPath.parse("/ocpp/" + "x".repeat(49))).isEmpty();
    }
}
