/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.auth.authority.Certificates;
import io.ohmnibus.auth.certificate.StationCertificate.Status;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code station_certificates}, as far as it changes. */
@Component
final class StationCertificates {

    /** A row that something is to be done about. */
    record Due(
            UUID id,
            String tenant,
            String stationId,
            CertificateUse use,
            @Nullable String certificateType,
            @Nullable Integer requestId,
            Status status,
            String commonName,
            String csr,
            @Nullable String chain,
            int attempts) {

        StationKey station() {
            return new StationKey(tenant, stationId);
        }
    }

    /** A new row; signed ones have what {@code signed} says. */
    record Request(
            StationKey station,
            CertificateUse use,
            @Nullable String certificateType,
            @Nullable Integer requestId,
            String csr) {}

    /** What a signed certificate says. */
    record Signed(
            String serialNumber,
            @Nullable String issuer,
            @Nullable Instant notBefore,
            Instant notAfter,
            @Nullable String chain) {

        static Signed of(List<X509Certificate> chain) {
            X509Certificate leaf = chain.getFirst();
            return new Signed(
                    Certificates.serialNumber(leaf),
                    leaf.getIssuerX500Principal().getName(),
                    leaf.getNotBefore().toInstant(),
                    leaf.getNotAfter().toInstant(),
                    Certificates.text(chain));
        }
    }

    private final DatabaseClient database;

    StationCertificates(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a signing request; one that is accepted is due at once. */
    Mono<Void> add(
            Request request, @Nullable String commonName, @Nullable String refusal, Instant now) {
        var insert =
                database.sql(
                                """
                                insert into station_certificates (id, tenant, station_id, use,
                                  certificate_type, request_id, status, reason, common_name, csr,
                                  next_attempt_at, requested_at, changed_at)
                                values (:id, :tenant, :stationId, :use, :type, :requestId, :status,
                                  :reason, :name, :csr, :due, :now, :now)
                                """)
                        .bindProperties(request.station())
                        .bind("id", UUID.randomUUID())
                        .bind("use", request.use().name())
                        .bind(
                                "status",
                                (refusal == null ? Status.REQUESTED : Status.REFUSED).name())
                        .bind("csr", request.csr())
                        .bind("now", now);
        insert = Binds.bind(insert, "type", request.certificateType(), String.class);
        insert = Binds.bind(insert, "requestId", request.requestId(), Integer.class);
        insert = Binds.bind(insert, "reason", refusal, String.class);
        insert = Binds.bind(insert, "name", commonName, String.class);
        return Binds.bind(insert, "due", refusal == null ? now : null, Instant.class).then();
    }

    /** How many signing requests of a station were kept since then. */
    Mono<Long> requestsSince(StationKey station, Instant since) {
        return database.sql(
                        """
                        select count(*) from station_certificates
                        where tenant = :tenant and station_id = :stationId and csr is not null
                          and requested_at > :since
                        """)
                .bindProperties(station)
                .bind("since", since)
                .mapValue(Long.class)
                .one();
    }

    /** Makes an open request with the same CSR due again; true when there is one (A02.FR.17). */
    Mono<Boolean> repeated(Request request, Instant now) {
        var update =
                database.sql(
                                """
                                update station_certificates set request_id = :requestId,
                                  next_attempt_at = coalesce(next_attempt_at, :now)
                                where tenant = :tenant and station_id = :stationId and use = :use
                                  and csr = :csr and status in ('REQUESTED', 'ISSUED')
                                """)
                        .bindProperties(request.station())
                        .bind("use", request.use().name())
                        .bind("csr", request.csr())
                        .bind("now", now);
        return Binds.bind(update, "requestId", request.requestId(), Integer.class)
                .fetch()
                .rowsUpdated()
                .map(updated -> updated > 0);
    }

    /** A newer request for the same certificate takes the place of those on their way. */
    Mono<Void> supersedeOpen(Request request, String commonName, Instant now) {
        return database.sql(
                        """
                        update station_certificates set status = 'SUPERSEDED',
                          reason = 'The station asked again with another key', changed_at = :now,
                          next_attempt_at = null
                        where tenant = :tenant and station_id = :stationId and use = :use
                          and common_name = :name and csr <> :csr
                          and status in ('REQUESTED', 'ISSUED')
                        """)
                .bindProperties(request.station())
                .bind("use", request.use().name())
                .bind("name", commonName)
                .bind("csr", request.csr())
                .bind("now", now)
                .then();
    }

    /** Takes what is due; others leave it alone until the lease ends. */
    Flux<Due> lease(Instant now, Instant until, int limit) {
        return database.sql(
                        """
                        update station_certificates set next_attempt_at = :until,
                          attempts = attempts + 1
                        where id in (select id from station_certificates
                          where next_attempt_at <= :now order by next_attempt_at limit :limit
                          for update skip locked)
                        returning id, tenant, station_id, use, certificate_type, request_id, status,
                          common_name, csr, chain, attempts
                        """)
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit)
                .mapProperties(Due.class)
                .all();
    }

    /** Keeps the signed certificate of a request that still waits; false when it does not. */
    Mono<Boolean> issued(UUID id, Signed signed, Instant now) {
        var update =
                database.sql(
                                """
                                update station_certificates set status = 'ISSUED', reason = null,
                                  serial_number = :serial, issuer = :issuer,
                                  not_before = :notBefore, not_after = :notAfter, chain = :chain,
                                  attempts = 1, next_attempt_at = null, changed_at = :now
                                where id = :id and status = 'REQUESTED'
                                """)
                        .bind("id", id)
                        .bind("serial", signed.serialNumber())
                        .bind("notAfter", signed.notAfter())
                        .bind("now", now);
        update = Binds.bind(update, "issuer", signed.issuer(), String.class);
        update = Binds.bind(update, "notBefore", signed.notBefore(), Instant.class);
        return Binds.bind(update, "chain", signed.chain(), String.class)
                .fetch()
                .rowsUpdated()
                .map(updated -> updated > 0);
    }

    /** Tries again at that time; null when the next step is not ours. */
    Mono<Void> retry(UUID id, @Nullable Instant at, @Nullable String reason) {
        var update =
                database.sql(
                                """
                                update station_certificates set next_attempt_at = :at,
                                  reason = :reason
                                where id = :id and status in ('REQUESTED', 'ISSUED')
                                """)
                        .bind("id", id);
        update = Binds.bind(update, "at", at, Instant.class);
        return Binds.bind(update, "reason", reason, String.class).then();
    }

    /** Gives it another status, and nothing more to do. */
    Mono<Void> move(UUID id, Status to, @Nullable String reason, Instant now) {
        var update =
                database.sql(
                                """
                                update station_certificates set status = :status, reason = :reason,
                                  changed_at = :now, next_attempt_at = null
                                where id = :id
                                """)
                        .bind("id", id)
                        .bind("status", to.name())
                        .bind("now", now);
        return Binds.bind(update, "reason", reason, String.class).then();
    }
}
