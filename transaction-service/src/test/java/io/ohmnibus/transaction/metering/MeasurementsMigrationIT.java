/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Values that were rows of their own are found as before. */
@EmbeddedTest
final class MeasurementsMigrationIT {

    @Test
    void noValueIsLostOrAltered(TestDatabase test) {
        DatabaseClient before = ServiceDatabase.migrate(test, Service.TRANSACTION, "60").client();
        before.sql("select ensure_meter_value_partitions('2024-02-01', 1)").then().block();
        before.sql(
                        """
                        insert into meter_values
                        select 'default', 'CS-' || s, timestamptz '2024-01-31 23:59:59.5Z' + m * interval '1 s',
                          'm' || m, v, 1, case when s = 1 then 'tx' end,
                          case when s = 1 then m end, timestamptz '2024-02-01 00:00:00.123456Z',
                          'Voltage', 'Sample.Clock', nullif('L' || v, 'L0'), 'Outlet', v + 0.50, 'V', -1,
                          case when v = 2 then json '{"signedMeterData": "a\\u0000\\"b"}' end
                        from generate_series(1, 2) s, generate_series(0, 1) m,
                          generate_series(0, 3) v
                        """)
                .then()
                .block();
        List<String> rows = rows(before);
        assertThat(rows).hasSize(16);

        DatabaseClient after = ServiceDatabase.migrate(test, Service.TRANSACTION).client();

        assertThat(rows(after)).isEqualTo(rows);
    }

    private static List<String> rows(DatabaseClient database) {
        return Objects.requireNonNull(
                database.sql("select v::text from meter_values v order by 1")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }
}
