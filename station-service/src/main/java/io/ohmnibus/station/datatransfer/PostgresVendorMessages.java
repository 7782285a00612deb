/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresVendorMessages implements VendorMessages {

    /** More than vendors define; keeps invented names from filling the table (A37). */
    private static final int MAX_NAMES = 200;

    private final DatabaseClient database;

    PostgresVendorMessages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> seen(
            StationKey station, Direction direction, Name name, String status, Instant at) {
        return database.sql(
                        """
                        insert into vendor_messages as known (tenant, station_id, direction,
                            vendor_id, message_id, count, last_status, last_at)
                        select :tenant, :station, :direction, :vendor, :message, 1, :status, :at
                        where (select count(*) from vendor_messages
                            where tenant = :tenant and station_id = :station) < :max
                            or exists (select from vendor_messages
                            where tenant = :tenant and station_id = :station
                                and direction = :direction and vendor_id = :vendor
                                and message_id = :message)
                        on conflict (tenant, station_id, direction, vendor_id, message_id)
                        do update set count = known.count + 1, last_at = excluded.last_at,
                            last_status = excluded.last_status
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("direction", direction.text())
                .bind("vendor", name.vendorId())
                .bind("message", text(name.messageId()))
                .bind("status", status)
                .bind("at", at)
                .bind("max", MAX_NAMES)
                .then();
    }

    @Override
    public Flux<Seen> list(StationKey station, @Nullable Seen after, int limit) {
        return database.sql(
                        """
                        select * from vendor_messages
                        where tenant = :tenant and station_id = :station
                            and (cast(:direction as text) is null
                                or (direction, vendor_id, message_id)
                                    > (:direction, :vendor, :message))
                        order by direction, vendor_id, message_id limit :limit
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("direction", nullable(after == null ? null : after.direction(), String.class))
                .bind("vendor", after == null ? "" : after.vendorId())
                .bind("message", after == null ? "" : text(after.messageId()))
                .bind("limit", limit)
                .map(PostgresVendorMessages::read)
                .all();
    }

    private static String text(@Nullable String messageId) {
        return Objects.requireNonNullElse(messageId, "");
    }

    private static Seen read(Readable row) {
        String message = required(row, "message_id", String.class);
        return new Seen(
                required(row, "direction", String.class),
                required(row, "vendor_id", String.class),
                message.isEmpty() ? null : message,
                required(row, "count", Long.class),
                required(row, "last_status", String.class),
                required(row, "last_at", Instant.class));
    }
}
