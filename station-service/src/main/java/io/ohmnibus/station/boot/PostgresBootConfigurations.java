/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import static io.ohmnibus.station.store.Columns.constant;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.registry.BootPolicy;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresBootConfigurations implements BootConfigurations {

    private final DatabaseClient database;

    PostgresBootConfigurations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<BootConfiguration> of(Collection<String> tenants) {
        return database.sql(
                        """
                        select * from boot_configurations where tenant = any(:tenants)
                        order by tenant, model
                        """)
                .bind("tenants", tenants.toArray(String[]::new))
                .map(PostgresBootConfigurations::read)
                .all();
    }

    @Override
    public Mono<Void> put(BootConfiguration configuration) {
        BootPolicy policy = configuration.policy();
        Duration interval = policy.interval();
        return database.sql(
                        """
                        insert into boot_configurations (tenant, model, status, interval_seconds,
                            reason, until_provisioned)
                        values (:tenant, :model, :status, :interval, :reason, :until)
                        on conflict (tenant, model) do update set status = excluded.status,
                            interval_seconds = excluded.interval_seconds,
                            reason = excluded.reason,
                            until_provisioned = excluded.until_provisioned
                        """)
                .bind("tenant", configuration.tenant())
                .bind("model", configuration.model())
                .bind("status", policy.status().wireName())
                .bind(
                        "interval",
                        nullable(
                                interval == null ? null : Math.toIntExact(interval.toSeconds()),
                                Integer.class))
                .bind("reason", nullable(policy.reason(), String.class))
                .bind("until", configuration.untilProvisioned())
                .then();
    }

    @Override
    public Mono<Boolean> remove(String tenant, String model) {
        return database.sql(
                        "delete from boot_configurations"
                                + " where tenant = :tenant and model = :model")
                .bind("tenant", tenant)
                .bind("model", model)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Flux<StationKey> provisioned(Collection<StationKey> stations) {
        List<StationKey> all = List.copyOf(stations);
        return database.sql(
                        """
                        select k.tenant, k.station_id
                        from unnest(cast(:tenants as text[]), cast(:ids as text[]))
                            as k (tenant, station_id)
                        where exists (
                            select from reports r
                            where r.tenant = k.tenant and r.station_id = k.station_id
                            and r.report_base = 'FullInventory' and r.discarded_parts = 0
                            and r.received = int8multirange(int8range(0, r.last_seq_no, '[]')))
                        and not exists (
                            select from desired_states d
                            where d.tenant = k.tenant and d.station_id = k.station_id
                            and d.step <> 'HOLDS')
                        """)
                .bind("tenants", all.stream().map(StationKey::tenant).toArray(String[]::new))
                .bind("ids", all.stream().map(StationKey::stationId).toArray(String[]::new))
                .map(row ->
                        new StationKey(
                                required(row, "tenant", String.class),
                                required(row, "station_id", String.class)))
                .all();
    }

    private static BootConfiguration read(Readable row) {
        Integer seconds = optional(row, "interval_seconds", Integer.class);
        return new BootConfiguration(
                required(row, "tenant", String.class),
                required(row, "model", String.class),
                new BootPolicy(
                        constant(row, "status", RegistrationStatusEnum.class),
                        seconds == null ? null : Duration.ofSeconds(seconds),
                        optional(row, "reason", String.class)),
                required(row, "until_provisioned", Boolean.class));
    }
}
