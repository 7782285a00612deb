/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresStationsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final StationKey ONE = new StationKey("default", "CS-1");
    private static final StationKey TWO = new StationKey("default", "CS-2");
    private static final StationKey OTHER = new StationKey("other", "CS-1");
    private static final StationFilter ALL = StationFilter.ALL;

    private final Stations stations;

    PostgresStationsIT(TestDatabase database) {
        stations =
                new PostgresStations(ServiceDatabase.migrate(database, Service.STATION).client());
    }

    @Test
    void addsAndPlacesManyAtOnceAndTellsWhich() {
        StationKey first = new StationKey("many", "A");
        StationKey second = new StationKey("many", "B");
        StationKey unknown = new StationKey("many", "C");
        BootPolicy pending =
                new BootPolicy(RegistrationStatusEnum.PENDING, Duration.ofSeconds(30), "Wait");
        assertThat(stations.add(second, 1, BootPolicy.ACCEPT, null, NOW).block()).isTrue();

        assertThat(
                        stations.add(
                                        List.of(
                                                new Stations.Addition(first, 2, pending, "note"),
                                                new Stations.Addition(
                                                        second, 3, BootPolicy.ACCEPT, null)),
                                        NOW)
                                .collectList()
                                .block())
                .containsExactly(first);
        assertThat(
                        stations.place(
                                        List.of(
                                                new Stations.Placed(first, null, null),
                                                new Stations.Placed(second, null, "noted"),
                                                new Stations.Placed(unknown, null, "lost")))
                                .collectList()
                                .block())
                .containsExactlyInAnyOrder(first, second);

        assertThat(stations.find(first).block())
                .satisfies(station -> {
                    assertThat(station.policy()).isEqualTo(pending);
                    assertThat(station.securityProfile()).isEqualTo(2);
                    assertThat(station.notes()).isEqualTo("note");
                });
        assertThat(stations.find(second).mapNotNull(RegisteredStation::notes).block())
                .isEqualTo("noted");
        assertThat(stations.known(List.of(first, unknown)).collectList().block())
                .containsExactly(first);
    }

    @Test
    void keepsStationsOfTenantsApartAndRemembersTheirBoots() {
        assertThat(stations.add(ONE, 1, BootPolicy.ACCEPT, "a note", NOW).block()).isTrue();
        assertThat(stations.add(ONE, 2, BootPolicy.ACCEPT, null, NOW).block()).isFalse();
        assertThat(stations.add(TWO, 3, BootPolicy.ACCEPT, null, NOW).block()).isTrue();
        assertThat(stations.find(OTHER).blockOptional()).isEmpty();

        BootPolicy pending =
                new BootPolicy(RegistrationStatusEnum.PENDING, Duration.ofSeconds(30), "Wait");
        assertThat(stations.change(ONE, new StationChange(pending, null, null)).block()).isTrue();
        assertThat(stations.change(OTHER, new StationChange(pending, null, null)).block())
                .isFalse();
        BootInfo boot =
                new BootInfo(
                        new BootInfo.Hardware("Vendor", "Model", null, "1.0", null, null),
                        "ocpp2.1",
                        BootReasonEnum.POWER_UP,
                        NOW,
                        RegistrationStatusEnum.PENDING,
                        NOW);
        BootInfo other =
                new BootInfo(
                        new BootInfo.Hardware("Other", "Model", "S", null, "icc", "imsi"),
                        "ocpp2.0.1",
                        BootReasonEnum.WATCHDOG,
                        NOW.plusSeconds(1),
                        RegistrationStatusEnum.ACCEPTED,
                        NOW);
        stations.booted(Map.of(ONE, boot, TWO, other, OTHER, other)).block();
        assertThat(
                        stations.find(List.of(ONE, OTHER, TWO))
                                .collectMap(
                                        RegisteredStation::key,
                                        station -> Objects.requireNonNull(station.boot()))
                                .block())
                .isEqualTo(Map.of(ONE, boot, TWO, other));

        assertThat(stations.find(ONE).block())
                .isEqualTo(
                        new RegisteredStation(
                                ONE,
                                1,
                                pending,
                                "a note",
                                RegisteredStation.Grouping.NONE,
                                NOW,
                                boot,
                                null));
        assertThat(
                        stations.list("default", ALL, null, 10)
                                .map(RegisteredStation::key)
                                .collectList()
                                .block())
                .containsExactly(ONE, TWO);
        assertThat(
                        stations.list("default", ALL, "CS-1", 10)
                                .map(RegisteredStation::key)
                                .collectList()
                                .block())
                .containsExactly(TWO);
        assertThat(
                        stations.list(
                                        "default",
                                        new StationFilter(
                                                false, "Vendor", "Model", "1.0", null, null),
                                        null,
                                        10)
                                .count()
                                .block())
                .isEqualTo(1);
        assertThat(
                        stations.list(
                                        "default",
                                        new StationFilter(true, null, null, null, null, null),
                                        null,
                                        10)
                                .count()
                                .block())
                .isZero();
        assertThat(stations.list("other", ALL, null, 10).count().block()).isZero();
    }
}
