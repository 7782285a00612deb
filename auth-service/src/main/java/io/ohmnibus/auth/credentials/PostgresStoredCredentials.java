/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code station_credentials}. */
@Component
final class PostgresStoredCredentials implements StoredCredentials {

    private static final String SELECT =
            """
            select * from station_credentials
            where tenant = :tenant and station_id = :stationId
            """;
    private static final String UPSERT =
            """
            insert into station_credentials
              (tenant, station_id, security_profile, password_hash, changed_at,
               next_security_profile, next_password_hash, certificate_name,
               certificates, revoked_certificates, expired_accepted_until)
            values (:tenant, :stationId, :profile, :password, :changedAt,
               :nextProfile, :nextPassword, :name, :certificates, :revoked, :expiredUntil)
            on conflict (tenant, station_id) do update set
              security_profile = excluded.security_profile,
              password_hash = excluded.password_hash,
              changed_at = excluded.changed_at,
              next_security_profile = excluded.next_security_profile,
              next_password_hash = excluded.next_password_hash,
              certificate_name = excluded.certificate_name,
              certificates = excluded.certificates,
              revoked_certificates = excluded.revoked_certificates,
              expired_accepted_until = excluded.expired_accepted_until
            """;

    private final DatabaseClient database;

    PostgresStoredCredentials(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(StationKey station, StationCredentials credentials) {
        var insert =
                database.sql(UPSERT)
                        .bindProperties(station)
                        .bind("profile", credentials.securityProfile())
                        .bind(
                                "password",
                                Parameters.in(R2dbcType.VARCHAR, credentials.passwordHash()))
                        .bind("changedAt", credentials.changedAt())
                        .bind(
                                "nextProfile",
                                Parameters.in(R2dbcType.INTEGER, credentials.nextSecurityProfile()))
                        .bind(
                                "nextPassword",
                                Parameters.in(R2dbcType.VARCHAR, credentials.nextPasswordHash()))
                        .bind(
                                "name",
                                Parameters.in(R2dbcType.VARCHAR, credentials.certificateName()))
                        .bind("revoked", credentials.revokedCertificates().toArray(String[]::new));
        insert =
                Binds.bind(
                        insert, "expiredUntil", credentials.expiredAcceptedUntil(), Instant.class);
        List<String> certificates = credentials.certificates();
        return Binds.bind(
                        insert,
                        "certificates",
                        certificates == null ? null : certificates.toArray(String[]::new),
                        String[].class)
                .then();
    }

    /** In the order of the locks, so that two registrations do not wait for each other. */
    @Override
    public Mono<Void> reserve(Collection<StationKey> stations) {
        return database.sql(
                        """
                        select count(pg_advisory_xact_lock(id)) from
                            (select hashtextextended(station, 0) as id
                             from unnest(:stations) as station order by id) as locks
                        """)
                .bind("stations", Binds.all(stations, String.class, key -> "credentials of " + key))
                .fetch()
                .rowsUpdated()
                .then();
    }

    @Override
    public Flux<Entry> register(String tenant, RegisterCredentials registration, Instant now) {
        List<RegisterCredentials.Entry> stations = registration.stations();
        return database.sql(
                        """
                        insert into station_credentials as known (tenant, station_id,
                            security_profile, password_hash, changed_at, registration, asked_at)
                        select :tenant, station, profile, hash, :now, :registration, :askedAt
                        from unnest(:stations, :profiles, :hashes) as new (station, profile, hash)
                        on conflict (tenant, station_id) do update set
                            security_profile = excluded.security_profile,
                            password_hash = excluded.password_hash,
                            changed_at = excluded.changed_at,
                            next_security_profile = null, next_password_hash = null,
                            registration = excluded.registration, asked_at = excluded.asked_at
                            where known.registration is null
                            or (known.registration <> excluded.registration
                                and known.asked_at < excluded.asked_at)
                        returning *
                        """)
                .bind("tenant", tenant)
                .bind("now", now)
                .bind("registration", registration.registration())
                .bind("askedAt", registration.askedAt())
                .bind(
                        "stations",
                        Binds.all(stations, String.class, RegisterCredentials.Entry::stationId))
                .bind(
                        "profiles",
                        Binds.all(
                                stations,
                                Integer.class,
                                RegisterCredentials.Entry::securityProfile))
                .bind(
                        "hashes",
                        Binds.all(stations, String.class, RegisterCredentials.Entry::passwordHash))
                .map(PostgresStoredCredentials::entry)
                .all();
    }

    @Override
    public Flux<StationKey> registeredBy(UUID registration, Collection<StationKey> stations) {
        return database.sql(
                        """
                        select tenant, station_id from station_credentials
                        where registration = :registration
                        and (tenant, station_id) in (select * from unnest(:tenants, :stations))
                        """)
                .bind("registration", registration)
                .bind("tenants", Binds.all(stations, String.class, StationKey::tenant))
                .bind("stations", Binds.all(stations, String.class, StationKey::stationId))
                .map(PostgresStoredCredentials::key)
                .all();
    }

    @Override
    public Flux<StationKey> withdraw(Collection<StationKey> stations, Instant askedBefore) {
        return database.sql(
                        """
                        delete from station_credentials where asked_at < :before
                        and (tenant, station_id) in (select * from unnest(:tenants, :stations))
                        returning tenant, station_id
                        """)
                .bind("before", askedBefore)
                .bind("tenants", Binds.all(stations, String.class, StationKey::tenant))
                .bind("stations", Binds.all(stations, String.class, StationKey::stationId))
                .map(PostgresStoredCredentials::key)
                .all();
    }

    @Override
    public Mono<StationCredentials> lock(StationKey station) {
        return one(station, SELECT + " for update");
    }

    @Override
    public Mono<StationCredentials> find(StationKey station) {
        return one(station, SELECT);
    }

    private Mono<StationCredentials> one(StationKey station, String select) {
        return database.sql(select)
                .bindProperties(station)
                .map(PostgresStoredCredentials::credentials)
                .one();
    }

    @Override
    public Mono<Boolean> isNameOfAnother(StationKey station, String name) {
        return database.sql(
                        """
                        select exists (select 1 from station_credentials
                          where tenant = :tenant and station_id <> :stationId
                            and (station_id = :name or certificate_name = :name))
                        """)
                .bindProperties(station)
                .bind("name", name)
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<StationKey> named(String tenant, String name) {
        return database.sql(
                        """
                        select tenant, station_id from station_credentials
                        where tenant = :tenant
                            and (station_id = :name or certificate_name = :name)
                        order by station_id = :name desc limit 1
                        """)
                .bind("tenant", tenant)
                .bind("name", name)
                .map(PostgresStoredCredentials::key)
                .one();
    }

    @Override
    public Flux<Entry> all() {
        return database.sql("select * from station_credentials")
                .map(PostgresStoredCredentials::entry)
                .all();
    }

    private static Entry entry(Readable row) {
        return new Entry(key(row), credentials(row));
    }

    private static StationKey key(Readable row) {
        return new StationKey(
                required(row, "tenant", String.class), required(row, "station_id", String.class));
    }

    private static StationCredentials credentials(Readable row) {
        String[] certificates = row.get("certificates", String[].class);
        return new StationCredentials(
                required(row, "security_profile", Integer.class),
                row.get("password_hash", String.class),
                required(row, "changed_at", Instant.class),
                row.get("next_security_profile", Integer.class),
                row.get("next_password_hash", String.class),
                row.get("certificate_name", String.class),
                certificates == null ? null : List.of(certificates),
                List.of(required(row, "revoked_certificates", String[].class)),
                row.get("expired_accepted_until", Instant.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
