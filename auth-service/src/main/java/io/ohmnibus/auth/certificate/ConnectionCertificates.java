/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.certificate.StationCertificates.Due;
import io.ohmnibus.auth.certificate.StationCertificates.Signed;
import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code station_certificates}, as far as stations connect with its certificates. */
@Component
final class ConnectionCertificates {

    /** Whoever has not come since its certificate ended will not come with it any more. */
    private static final Duration WORTH_RENEWING = Duration.ofDays(30);

    private final DatabaseClient database;
    private final Credentials credentials;

    ConnectionCertificates(DatabaseClient database, Credentials credentials) {
        this.database = database;
        this.credentials = credentials;
    }

    /** Tells the gateways which certificates of a station are valid, and which are revoked. */
    Mono<Void> publish(StationKey station) {
        Instant now = credentials.now();
        Mono<List<String>> valid =
                credentials
                        .find(station)
                        .flatMap(
                                c -> valid(station, c.acceptsExpiredAt(now) ? Instant.EPOCH : now));
        return Mono.zip(valid, revoked(station, now))
                .flatMap(both ->
                        credentials.change(
                                station, (c, at) -> c.certificates(both.getT1(), both.getT2(), at)))
                .then();
    }

    /** Keeps a certificate that others have signed; an already known one stays as it is. */
    Mono<Void> addForeign(StationKey station, Signed signed, String reason, Instant now) {
        var insert =
                database.sql(
                                """
                                insert into station_certificates (id, tenant, station_id, use,
                                  status, reason, serial_number, issuer, not_before, not_after,
                                  chain, requested_at, changed_at)
                                select :id, :tenant, :stationId, 'CHARGING_STATION', 'INSTALLED',
                                  :reason, :serial, :issuer, :notBefore, :notAfter, :chain, :now,
                                  :now
                                where not exists (select 1 from station_certificates
                                  where tenant = :tenant and station_id = :stationId
                                    and serial_number = :serial)
                                """)
                        .bindProperties(station)
                        .bind("id", UUID.randomUUID())
                        .bind("reason", reason)
                        .bind("serial", signed.serialNumber())
                        .bind("notAfter", signed.notAfter())
                        .bind("now", now);
        insert = Binds.bind(insert, "notBefore", signed.notBefore(), Instant.class);
        insert = Binds.bind(insert, "issuer", signed.issuer(), String.class);
        return Binds.bind(insert, "chain", signed.chain(), String.class).then();
    }

    /** The certificate of a station with that number, for update. */
    Mono<Due> find(StationKey station, String serialNumber) {
        return database.sql(
                        """
                        select id, tenant, station_id, use, certificate_type, request_id, status,
                          coalesce(common_name, '') as common_name, coalesce(csr, '') as csr, chain,
                          attempts
                        from station_certificates
                        where tenant = :tenant and station_id = :stationId
                          and serial_number = :serial
                        for update
                        """)
                .bindProperties(station)
                .bind("serial", serialNumber)
                .mapProperties(Due.class)
                .one();
    }

    /** The station connects with it, so it has no use for older ones (A02.FR.10). */
    Mono<Void> used(StationKey station, UUID id, Instant at, Instant now) {
        return database.sql(
                        """
                        update station_certificates set status = 'INSTALLED', last_used_at = :at,
                          changed_at = case when status = 'INSTALLED' then changed_at else :now end,
                          next_attempt_at = null
                        where id = :id
                        """)
                .bind("id", id)
                .bind("at", at)
                .bind("now", now)
                .then()
                .then(
                        database.sql(
                                        """
                                        update station_certificates set status = 'SUPERSEDED',
                                          changed_at = :now, next_attempt_at = null
                                        where tenant = :tenant and station_id = :stationId
                                          and use = 'CHARGING_STATION'
                                          and status in ('INSTALLED', 'ISSUED', 'REJECTED')
                                          and serial_number is not null and id <> :id
                                          and requested_at < (select requested_at
                                            from station_certificates where id = :id)
                                        """)
                                .bindProperties(station)
                                .bind("id", id)
                                .bind("now", now)
                                .then());
    }

    /**
     * Takes up certificates that end before {@code until} and have no successor under way, and
     * whose stations were not asked since {@code askedBefore}: the stations, which are locked until
     * the end of our transaction.
     */
    Flux<StationKey> takeUpForRenewal(Instant now, Instant until, Instant askedBefore) {
        return database.sql(
                        """
                        update station_certificates
                        set renewal_asked_at = :now, renewal_failure = null
                        where id in (select id from station_certificates old
                          where status = 'INSTALLED' and use = 'CHARGING_STATION'
                            and not_after between :longAgo and :until
                            and (renewal_asked_at is null or renewal_asked_at < :askedBefore)
                            and not exists (select 1 from station_certificates newer
                              where newer.tenant = old.tenant and newer.station_id = old.station_id
                                and newer.use = old.use and newer.requested_at > old.requested_at
                                and newer.status in ('REQUESTED', 'ISSUED', 'INSTALLED'))
                          order by not_after limit 100 for update skip locked)
                        returning tenant, station_id
                        """)
                .bind("now", now)
                .bind("until", until)
                .bind("longAgo", now.minus(WORTH_RENEWING))
                .bind("askedBefore", askedBefore)
                .map(row ->
                        new StationKey(
                                Objects.requireNonNull(row.get(0, String.class)),
                                Objects.requireNonNull(row.get(1, String.class))))
                .all();
    }

    /** Takes up that certificate for renewal; false when that was done since. */
    Mono<Boolean> takeUpForRenewal(
            StationKey station, String serialNumber, Instant since, Instant now) {
        return database.sql(
                        """
                        update station_certificates
                        set renewal_asked_at = :now, renewal_failure = null
                        where tenant = :tenant and station_id = :stationId
                          and serial_number = :serial
                          and (renewal_asked_at is null or renewal_asked_at < :since)
                        """)
                .bindProperties(station)
                .bind("serial", serialNumber)
                .bind("since", since)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(taken -> taken > 0);
    }

    /** A station that was asked for a new signing request makes none. */
    Mono<Void> notRenewed(StationKey station, String reason) {
        return database.sql(
                        """
                        update station_certificates set renewal_failure = :reason
                        where tenant = :tenant and station_id = :stationId
                          and status = 'INSTALLED' and renewal_asked_at is not null
                        """)
                .bindProperties(station)
                .bind("reason", reason)
                .then();
    }

    /**
     * The numbers of the certificates that a station may connect with. One that it rejected or
     * never confirmed is among them when it may have it from a delivery whose answer was lost.
     */
    Mono<List<String>> valid(StationKey station, Instant endingAfter) {
        return database.sql(
                        """
                        select serial_number from station_certificates
                        where tenant = :tenant and station_id = :stationId
                          and use = 'CHARGING_STATION' and serial_number is not null
                          and not_after > :endingAfter
                          and (status in ('ISSUED', 'INSTALLED')
                            or status in ('REJECTED', 'FAILED') and attempts > 1)
                        order by requested_at
                        """)
                .bindProperties(station)
                .bind("endingAfter", endingAfter)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList();
    }

    /** The numbers of those that were revoked and have not expired. */
    Mono<List<String>> revoked(StationKey station, Instant now) {
        return database.sql(
                        """
                        select serial_number from station_certificates
                        where tenant = :tenant and station_id = :stationId
                          and status = 'REVOKED' and not_after > :now
                        order by requested_at
                        """)
                .bindProperties(station)
                .bind("now", now)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList();
    }
}
