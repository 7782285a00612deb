/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import org.springframework.r2dbc.core.DatabaseClient;

/** The real store for tests of other packages. */
public final class PostgresTopologyFixture {

    private PostgresTopologyFixture() {}

    public static Topology topology(DatabaseClient database) {
        return new PostgresTopology(database);
    }
}
