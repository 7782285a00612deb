/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code station_credentials}. */
@Component
final class PostgresStoredCredentials implements StoredCredentials {

    private record Row(
            String tenant,
            String stationId,
            int securityProfile,
            @Nullable String passwordHash,
            Instant changedAt) {

        private Entry toEntry() {
            return new Entry(
                    new StationKey(tenant, stationId),
                    new StationCredentials(securityProfile, passwordHash, changedAt));
        }
    }

    private final DatabaseClient database;

    PostgresStoredCredentials(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(StationKey station, StationCredentials credentials) {
        return database.sql(
                        """
                        insert into station_credentials
                          (tenant, station_id, security_profile, password_hash, changed_at)
                        values (:tenant, :stationId, :securityProfile, :passwordHash, :changedAt)
                        on conflict (tenant, station_id) do update set
                          security_profile = excluded.security_profile,
                          password_hash = excluded.password_hash,
                          changed_at = excluded.changed_at
                        """)
                .bindProperties(station)
                .bindProperties(credentials)
                .then();
    }

    @Override
    public Mono<StationCredentials> lock(StationKey station) {
        return database.sql(
                        """
                        select * from station_credentials
                        where tenant = :tenant and station_id = :stationId
                        for update
                        """)
                .bindProperties(station)
                .mapProperties(Row.class)
                .one()
                .map(row -> row.toEntry().credentials());
    }

    @Override
    public Flux<Entry> all() {
        return database.sql("select * from station_credentials")
                .mapProperties(Row.class)
                .all()
                .map(Row::toEntry);
    }
}
