/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code security_events}. */
@Component
final class PostgresSecurityEvents implements SecurityEvents {

    private final DatabaseClient database;

    PostgresSecurityEvents(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Station station, SecurityEventNotificationRequest event) {
        DatabaseClient.GenericExecuteSpec insert =
                database.sql(
                                """
                                insert into security_events (id, tenant, station_id, type,
                                  occurred_at, received_at, tech_info)
                                values (:id, :tenant, :station, :type, :occurred, :received, :info)
                                """)
                        .bind("id", UUID.randomUUID())
                        .bind("tenant", station.tenant())
                        .bind("station", station.id())
                        .bind("type", storable(event.type()))
                        .bind("occurred", event.timestamp())
                        .bind("received", station.call().receivedAt());
        String info = event.techInfo();
        return (info == null
                        ? insert.bindNull("info", String.class)
                        : insert.bind("info", storable(info)))
                .then();
    }

    /** A text column holds everything but NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    @Override
    public Mono<Page<SecurityEvent>> list(Filter filter, PageRequest page) {
        String sql =
                """
                select id, station_id, type, occurred_at, received_at, tech_info
                from security_events where tenant = :tenant
                """
                        + (filter.stationId() == null ? "" : " and station_id = :stationId")
                        + (filter.type() == null ? "" : " and type = :type")
                        + (page.cursor() == null
                                ? ""
                                : " and (received_at, id) < (:cursorTime, :cursorId)")
                        + " order by received_at desc, id desc limit :limit";
        DatabaseClient.GenericExecuteSpec select =
                database.sql(sql).bind("tenant", filter.tenant()).bind("limit", page.fetch());
        select = bindText(select, "stationId", filter.stationId());
        select = bindText(select, "type", filter.type());
        Cursor cursor = page.cursor();
        if (cursor != null) {
            select = select.bind("cursorTime", cursor.instant(0)).bind("cursorId", cursor.uuid(1));
        }
        return select.mapProperties(SecurityEvent.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, PostgresSecurityEvents::cursor));
    }

    private static DatabaseClient.GenericExecuteSpec bindText(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) { // A49: no column holds it
            throw Problem.badRequest(name, "is nothing that can be found");
        }
        return value == null ? spec : spec.bind(name, value);
    }

    private static Cursor cursor(SecurityEvent event) {
        return Cursor.of(event.receivedAt(), event.id());
    }
}
