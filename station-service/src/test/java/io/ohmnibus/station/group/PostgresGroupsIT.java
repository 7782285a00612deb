/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresGroupsIT {

    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final DatabaseClient database;
    private final Groups groups;

    PostgresGroupsIT(TestDatabase database) {
        this.database = ServiceDatabase.migrate(database, Service.STATION).client();
        groups = new PostgresGroups(this.database);
    }

    @Test
    void keepsGroupsOfTenantsApartAndCountsTheirStations() {
        register(STATION);
        assertThat(groups.put("default", "north", "The north").block()).isTrue();
        assertThat(groups.put("default", "north", null).block()).isFalse();
        assertThat(groups.put("other", "north", "Elsewhere").block()).isTrue();
        groups.put("default", "south", null).block();

        groups.join(STATION, "north").block();
        groups.join(STATION, "north").block();

        assertThat(groups.find("default", "north").block()).isEqualTo(new Group("north", null, 1));
        assertThat(groups.find("other", "north").block())
                .isEqualTo(new Group("north", "Elsewhere", 0));
        assertThat(groups.list("default", null, 10).map(Group::groupId).collectList().block())
                .containsExactly("north", "south");
        assertThat(groups.list("default", "north", 1).map(Group::groupId).collectList().block())
                .containsExactly("south");

        assertThat(groups.leave(STATION, "south").block()).isFalse();
        assertThat(groups.leave(STATION, "north").block()).isTrue();
        groups.join(STATION, "south").block();
        assertThat(groups.remove("default", "south").block()).isTrue();
        assertThat(groups.remove("default", "south").block()).isFalse();
        assertThat(groups.find("other", "north").hasElement().block()).isTrue();
    }

    @Test
    void putsManyStationsIntoTheirGroupsAndOutOfOthers() {
        StationKey one = new StationKey("many", "ONE");
        StationKey two = new StationKey("many", "TWO");
        StationKey left = new StationKey("many", "LEFT");
        List.of(one, two, left).forEach(this::register);
        groups.put("many", List.of(new Groups.Named("g", "G"), new Groups.Named("h", null)))
                .block();
        groups.join(one, "h").block();
        groups.join(left, "h").block();

        groups.assign("many", Map.of("ONE", List.of("g"), "TWO", List.of("g", "h"))).block();

        assertThat(groups.find("many", "g").block()).isEqualTo(new Group("g", "G", 2));
        assertThat(groups.find("many", "h").block()).isEqualTo(new Group("h", null, 2));
        groups.assign("many", Map.of("TWO", List.of())).block();
        assertThat(groups.find("many", "h").block()).isEqualTo(new Group("h", null, 1));
        assertThat(groups.leave(left, "h").block()).isTrue();
    }

    @Test
    void nobodyJoinsAGroupThatIsNotThereAndNoStrangerJoinsOne() {
        StationKey stranger = new StationKey("stranger", "CS-1");
        register(stranger);
        assertThatThrownBy(() -> groups.join(stranger, "north").block())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void register(StationKey station) {
        database.sql(
                        """
                        insert into stations (tenant, station_id, security_profile, policy_status,
                            registered_at)
                        values (:tenant, :station, 1, 'Accepted', now())
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .then()
                .block();
    }
}
