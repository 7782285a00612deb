/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.paging.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code security_events}. */
@Component
final class PostgresSecurityEvents implements SecurityEvents {

    private static final Duration RECENTLY = Duration.ofMinutes(10);

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
                                  critical, occurred_at, received_at, tech_info)
                                values (:id, :tenant, :station, :type, :critical, :occurred,
                                  :received, :info)
                                """)
                        .bind("id", UUID.randomUUID())
                        .bind("tenant", station.tenant())
                        .bind("station", station.id())
                        .bind("type", storable(event.type()))
                        .bind("critical", SecurityEventTypes.critical(event.type()))
                        .bind("occurred", event.timestamp())
                        .bind("received", station.call().receivedAt());
        String info = event.techInfo();
        return (info == null
                        ? insert.bindNull("info", String.class)
                        : insert.bind("info", storable(info)))
                .then();
    }

    @Override
    public Mono<Void> addOwn(StationKey station, String type, String info, Instant at) {
        return database.sql(
                        """
                        insert into security_events (id, tenant, station_id, type, source,
                          critical, occurred_at, received_at, tech_info)
                        select :id, :tenant, :stationId, :type, 'Csms', :critical, :at, :at, :info
                        where not exists (select 1 from security_events
                          where tenant = :tenant and station_id = :stationId
                            and received_at > :recently and type = :type and source = 'Csms'
                            and tech_info = :info)
                        """)
                .bindProperties(station)
                .bind("id", UUID.randomUUID())
                .bind("type", type)
                .bind("critical", SecurityEventTypes.critical(type))
                .bind("at", at)
                .bind("recently", at.minus(RECENTLY))
                .bind("info", storable(info))
                .then();
    }

    /** A text column holds everything but NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    @Override
    public Mono<Page<SecurityEvent>> list(String tenant, Filter filter, PageRequest page) {
        Selection selection =
                new Selection(
                                """
                                select id, station_id, type, source, critical, occurred_at, received_at, tech_info
                                from security_events\
                                """,
                                tenant)
                        .and("station_id = :stationId", "stationId", text(filter.stationId()))
                        .and("type = :type", "type", text(filter.type()))
                        .and("source = :source", "source", text(filter.source()))
                        .and("critical = :critical", "critical", filter.critical())
                        .and("received_at >= :from", "from", filter.from())
                        .and("received_at < :until", "until", filter.until());
        Cursor cursor = page.cursor();
        if (cursor != null) {
            selection
                    .and("(received_at, id) < (:after, :afterId)", "after", cursor.instant(0))
                    .with("afterId", cursor.uuid(1));
        }
        return selection
                .on(database, "received_at desc, id desc", page.fetch())
                .mapProperties(SecurityEvent.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, PostgresSecurityEvents::cursor));
    }

    private static @Nullable String text(@Nullable String value) {
        if (value != null && value.indexOf('\0') >= 0) { // A49: no column holds it
            throw Problem.badRequest("It is nothing that can be found");
        }
        return value;
    }

    private static Cursor cursor(SecurityEvent event) {
        return Cursor.of(event.receivedAt(), event.id());
    }
}
