/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test;

import io.ohmnibus.embedded.EmbeddedPlatform;
import java.util.Map;

/** One empty PostgreSQL database. */
public final class TestDatabase {

    private final EmbeddedPlatform platform;
    private final String name;

    TestDatabase(EmbeddedPlatform platform, String name) {
        this.platform = platform;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String jdbcUrl() {
        return platform.jdbcUrl(name);
    }

    public String r2dbcUrl() {
        return platform.r2dbcUrl(name);
    }

    public String username() {
        return platform.username();
    }

    public String password() {
        return platform.password();
    }

    /** What a service must be told to run on this database and on the broker beside it. */
    public Map<String, String> properties() {
        return Map.of(
                "ohmnibus.database.host",
                platform.postgresHost(),
                "ohmnibus.database.port",
                Integer.toString(platform.postgresPort()),
                "ohmnibus.database.name",
                name,
                "ohmnibus.database.username",
                platform.username(),
                "ohmnibus.database.password",
                platform.password(),
                "ohmnibus.kafka.bootstrap-servers",
                platform.kafkaBootstrap());
    }
}
