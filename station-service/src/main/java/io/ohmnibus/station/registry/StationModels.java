/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which kinds of stations a tenant has, as they say of themselves in BootNotification. */
@Repository
public final class StationModels {

    private final DatabaseClient database;

    StationModels(DatabaseClient database) {
        this.database = database;
    }

    /** So many stations of one vendor and model with one firmware; null where none is told. */
    public record Kind(String vendor, String model, @Nullable String firmware, long stations) {}

    /** The kinds of the stations that have booted, by vendor, model and firmware. */
    public Mono<List<Kind>> of(String tenant) {
        return database.sql(
                        """
                        select vendor_name, model, firmware_version, count(*) as stations
                        from stations where tenant = :tenant and vendor_name is not null
                        group by vendor_name, model, firmware_version
                        order by vendor_name, model, firmware_version
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new Kind(
                                required(row, "vendor_name", String.class),
                                required(row, "model", String.class),
                                optional(row, "firmware_version", String.class),
                                required(row, "stations", Long.class)))
                .all()
                .collectList();
    }
}
