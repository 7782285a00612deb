/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresDisplayTemplatesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final DisplayTemplates templates;

    PostgresDisplayTemplatesIT(TestDatabase database) {
        templates =
                new PostgresDisplayTemplates(
                        ServiceDatabase.migrate(database, Service.STATION).client());
    }

    @Test
    void areOfTheirTenantAndReplacedByName() {
        for (String name : new String[] {"b", "a", "c"}) {
            templates.put("t1", new DisplayTemplate(name, "{}", NOW)).block();
        }
        DisplayTemplate newer = new DisplayTemplate("b", "{\"x\":1}", NOW.plusSeconds(1));
        templates.put("t1", newer).block();
        assertThat(templates.find("t1", "b").block()).isEqualTo(newer);
        assertThat(templates.find("t2", "b").block()).isNull();
        assertThat(templates.list("t1", "a", 1).map(DisplayTemplate::name).collectList().block())
                .containsExactly("b");
        assertThat(templates.remove("t2", "b").block()).isFalse();
        assertThat(templates.remove("t1", "b").block()).isTrue();
        assertThat(templates.list("t1", null, 10).count().block()).isEqualTo(2);
    }
}
