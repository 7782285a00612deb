/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.fleet.StationSelection.SelectStations;
import io.ohmnibus.platform.fleet.StationSelector;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class SelectStationsHandlerIT {

    private final DatabaseClient database;
    private final SelectStationsHandler handler;

    SelectStationsHandlerIT(TestDatabase database) {
        this.database = ServiceDatabase.migrate(database, Service.STATION).client();
        handler = new SelectStationsHandler(this.database);
    }

    @Test
    void findsWhatFitsAllThatIsSaid() {
        database.sql(
                        """
                        insert into locations (tenant, location_id, name) values ('t', 'L', 'Depot');
                        insert into groups (tenant, group_id) values ('t', 'G');
                        insert into stations (tenant, station_id, security_profile, policy_status,
                          registered_at, vendor_name, model, firmware_version, location_id)
                        select t, 'CS-' || n, 1, 'Accepted', now(), 'V' || n % 2, 'M' || n % 3,
                          '1.' || n, case when t = 't' and n < 3 then 'L' end
                        from generate_series(1, 9) as n, unnest(array['t', 'u']) as t;
                        insert into group_members (tenant, group_id, station_id)
                        values ('t', 'G', 'CS-1'), ('t', 'G', 'CS-9');
                        insert into connections (tenant, station_id, online, connection_id, changed_at)
                        values ('t', 'CS-9', true, 'c', now()), ('t', 'CS-8', false, 'c', now())
                        """)
                .then()
                .block();

        assertThat(select("t", selector(null, null, null, null, null)))
                .containsExactlyElementsOf(numbered(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(select("nobody", selector(null, null, null, null, null))).isEmpty();
        assertThat(select("t", selector(List.of("CS-2", "CS-77"), null, null, null, null)))
                .containsExactlyElementsOf(numbered(2));
        assertThat(select("t", selector(null, "G", null, null, null)))
                .containsExactlyElementsOf(numbered(1, 9));
        assertThat(select("u", selector(null, "G", null, null, null))).isEmpty();
        assertThat(select("t", selector(null, "G", "L", null, null)))
                .containsExactlyElementsOf(numbered(1));
        assertThat(select("t", selector(null, null, null, "M0", null)))
                .containsExactlyElementsOf(numbered(3, 6, 9));
        assertThat(select("t", selector(null, null, null, null, true)))
                .containsExactlyElementsOf(numbered(9));
        assertThat(select("t", selector(null, null, null, "M2", false)))
                .containsExactlyElementsOf(numbered(2, 5, 8));
        assertThat(
                        select(
                                "t",
                                new StationSelector(
                                        null, null, null, "V1", null, "1.5", null, null)))
                .containsExactlyElementsOf(numbered(5));
    }

    private static List<String> numbered(int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(n -> "CS-" + n).toList();
    }

    private static StationSelector selector(
            @Nullable List<String> ids,
            @Nullable String group,
            @Nullable String location,
            @Nullable String model,
            @Nullable Boolean online) {
        return new StationSelector(ids, group, location, null, model, null, online, null);
    }

    /** In parts of two. */
    private List<String> select(String tenant, StationSelector selector) {
        List<String> found = new java.util.ArrayList<>();
        List<String> part;
        do {
            String after = found.isEmpty() ? null : found.getLast();
            part =
                    java.util.Objects.requireNonNull(
                                    handler.answer(
                                                    new StationKey(tenant, "*"),
                                                    new SelectStations(selector, after, 2))
                                            .block())
                            .stationIds();
            found.addAll(part);
        } while (part.size() == 2);
        return found;
    }
}
