/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.auth.certificate.StationCertificate.Status;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code station_certificates}, as people read it. */
@Component
final class CertificateList {

    private static final String COLUMNS =
            """
            select id, station_id, use, request_id, status, reason, common_name, serial_number,
              issuer, not_before, not_after, requested_at, changed_at, last_used_at,
              renewal_asked_at, renewal_failure
            from station_certificates where tenant = :tenant
            """;

    /**
     * What to list; null leaves a filter out.
     *
     * @param use ChargingStation, V2G or V2G20
     * @param status such as Installed
     * @param expiresBefore of those that stations have: the ones that expire before
     */
    record Filter(
            @Nullable String stationId,
            @Nullable String use,
            @Nullable String status,
            @Nullable Instant expiresBefore) {}

    private final DatabaseClient database;

    CertificateList(DatabaseClient database) {
        this.database = database;
    }

    Mono<Page<StationCertificate>> list(String tenant, Filter filter, PageRequest page) {
        StringBuilder sql = new StringBuilder(COLUMNS);
        Map<String, Object> wanted = new HashMap<>(Map.of("tenant", tenant));
        String stationId = filter.stationId();
        if (stationId != null) {
            sql.append(" and station_id = :stationId");
            wanted.put("stationId", findable(stationId));
        }
        String use = filter.use();
        if (use != null) {
            sql.append(" and use = :use");
            wanted.put("use", named("use", CertificateUse.values(), CertificateUse::text, use));
        }
        String status = filter.status();
        if (status != null) {
            sql.append(" and status = :status");
            wanted.put("status", named("status", Status.values(), Status::text, status));
        }
        Instant expiresBefore = filter.expiresBefore();
        if (expiresBefore != null) {
            sql.append(" and status = 'INSTALLED' and not_after < :expiresBefore");
            wanted.put("expiresBefore", expiresBefore);
        }
        Cursor cursor = page.cursor();
        if (cursor != null) {
            sql.append(" and (requested_at, id) < (:cursorTime, :cursorId)");
            wanted.put("cursorTime", cursor.instant(0));
            wanted.put("cursorId", cursor.uuid(1));
        }
        sql.append(" order by requested_at desc, id desc limit ").append(page.fetch());
        return database.sql(sql.toString())
                .bindValues(wanted)
                .mapProperties(StationCertificate.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.requestedAt(), row.id())));
    }

    private static <E extends Enum<E>> String named(
            String field, E[] all, Function<E, String> text, String wanted) {
        return Arrays.stream(all)
                .filter(value -> text.apply(value).equals(wanted))
                .map(Enum::name)
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(field, "is none of the known ones"));
    }

    private static String findable(String text) {
        if (text.indexOf('\0') >= 0) { // A49
            throw Problem.badRequest("stationId", "is nothing that can be found");
        }
        return text;
    }

    /** The certificate of a station with that number. */
    Mono<StationCertificate> find(StationKey station, String serialNumber) {
        return database.sql(COLUMNS + " and station_id = :stationId and serial_number = :serial")
                .bindProperties(station)
                .bind("serial", findable(serialNumber))
                .mapProperties(StationCertificate.class)
                .one();
    }
}
