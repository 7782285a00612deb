/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.testing.TestPlatform;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** Commands and campaigns of a service that says nothing of its own. */
final class RetentionIT {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = TestPlatform.run(App.class, Service.DER, "--ohmnibus.retention.commands=P10D");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void run(String sql) {
        database().sql(sql).then().block();
    }

    private static DatabaseClient database() {
        return service.getBean(DatabaseClient.class);
    }

    private static void forget() {
        service.getBean(Retention.class).forget().block();
    }

    private static List<String> left(String table, String column) {
        return database()
                .sql("select %1$s from %2$s order by 1".formatted(column, table))
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void commandsThatHaveEndedAreForgotten() {
        String command =
                """
                insert into commands (id, tenant, station_id, action, request, status, requested_by,
                  created_at, deadline, completed_at)
                select gen_random_uuid(), 't', 'CS-1', '%1$s', '{}', 'x', 'me', at, at, %3$s
                from (values (now() - interval '%2$s days')) as moment (at)
                """;
        run(command.formatted("Old", 11, "now()"));
        run(command.formatted("Open", 11, "null"));
        run(command.formatted("Young", 9, "now()"));

        forget();

        assertThat(left("commands", "action")).containsExactly("Open", "Young");
    }

    @Test
    void campaignsThatHaveEndedAreForgottenWithTheirStations() {
        String campaign =
                """
                with added as (
                  insert into campaigns (id, tenant, name, action, request, selector, waves,
                    deadline, wait_when_offline, created_by, created_at, stations, state, wave,
                    wave_began_at, ended_at)
                  select gen_random_uuid(), 't', '%1$s', 'Reset', '{}', '{}', '{1}',
                    60000, false, 'me', at, 1, 'x', 0, at, %2$s
                  from (values (now() - interval '30 days')) as moment (at)
                  returning id, name)
                insert into campaign_stations (campaign, station_id, wave, state)
                select id, name, 0, 'x' from added
                """;
        run(campaign.formatted("Old", "at + interval '1 day'"));
        run(campaign.formatted("Long", "now()"));
        run(campaign.formatted("Open", "null"));

        forget();

        assertThat(left("campaigns", "name")).containsExactly("Long", "Open");
        assertThat(left("campaign_stations", "station_id")).containsExactly("Long", "Open");
    }
}
