/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.constant;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresStations implements Stations {

    private static final String SELECT =
            """
            select s.*, c.online, c.connection_id, c.ocpp_version as connection_version,
                c.changed_at, c.close_reason, c.last_seen_at,
                array(select m.group_id from group_members m where m.tenant = s.tenant
                    and m.station_id = s.station_id order by m.group_id) as groups
            """
                    + FilterSql.FROM;

    private final DatabaseClient database;

    PostgresStations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<StationKey> add(Collection<Addition> stations, Instant at) {
        return database.sql(
                        """
                        insert into stations (tenant, station_id, security_profile, policy_status,
                            policy_interval_seconds, policy_reason, notes, registered_at)
                        select tenant, station, profile, status, seconds, reason, note, :at
                        from unnest(:tenants, :stations, :profiles, :statuses, :intervals, :reasons,
                            :notes) as new (tenant, station, profile, status, seconds, reason, note)
                        on conflict do nothing
                        returning tenant, station_id
                        """)
                .bind("tenants", all(stations, String.class, one -> one.key().tenant()))
                .bind("stations", all(stations, String.class, one -> one.key().stationId()))
                .bind("profiles", all(stations, Integer.class, Addition::securityProfile))
                .bind(
                        "statuses",
                        all(stations, String.class, one -> one.policy().status().wireName()))
                .bind("intervals", all(stations, Integer.class, one -> seconds(one.policy())))
                .bind("reasons", all(stations, String.class, one -> one.policy().reason()))
                .bind("notes", all(stations, String.class, Addition::notes))
                .bind("at", at)
                .map(PostgresStations::key)
                .all();
    }

    @Override
    public Flux<StationKey> place(Collection<Placed> stations) {
        return database.sql(
                        """
                        update stations set notes = coalesce(wanted.notes, stations.notes),
                            location_id =
                                nullif(coalesce(wanted.location, stations.location_id), '')
                        from unnest(:tenants, :stations, :locations, :notes)
                            as wanted (tenant, station, location, notes)
                        where stations.tenant = wanted.tenant
                        and stations.station_id = wanted.station
                        returning stations.tenant, stations.station_id
                        """)
                .bind("tenants", all(stations, String.class, one -> one.key().tenant()))
                .bind("stations", all(stations, String.class, one -> one.key().stationId()))
                .bind("locations", all(stations, String.class, Placed::locationId))
                .bind("notes", all(stations, String.class, Placed::notes))
                .map(PostgresStations::key)
                .all();
    }

    @Override
    public Mono<RegisteredStation> find(StationKey key) {
        return database.sql(SELECT + "where s.tenant = :tenant and s.station_id = :station")
                .bind("tenant", key.tenant())
                .bind("station", key.stationId())
                .map(PostgresStations::read)
                .one();
    }

    @Override
    public Flux<RegisteredStation> find(Collection<StationKey> keys) {
        return database.sql(
                        SELECT
                                + """
                                where (s.tenant, s.station_id) in
                                    (select * from unnest(:tenants, :stations))
                                """)
                .bind("tenants", all(keys, String.class, StationKey::tenant))
                .bind("stations", all(keys, String.class, StationKey::stationId))
                .map(PostgresStations::read)
                .all();
    }

    @Override
    public Flux<StationKey> known(Collection<StationKey> keys) {
        return database.sql(
                        """
                        select tenant, station_id from stations
                        where (tenant, station_id) in (select * from unnest(:tenants, :stations))
                        """)
                .bind("tenants", all(keys, String.class, StationKey::tenant))
                .bind("stations", all(keys, String.class, StationKey::stationId))
                .map(PostgresStations::key)
                .all();
    }

    @Override
    public Flux<RegisteredStation> list(
            String tenant, StationFilter filter, @Nullable String after, int limit) {
        var sql =
                database.sql(
                        SELECT
                                + FilterSql.WHERE
                                + """
                                and (cast(:after as text) is null or s.station_id > :after)
                                order by s.station_id limit :limit
                                """);
        return FilterSql.bind(sql, tenant, filter)
                .bind("after", nullable(after, String.class))
                .bind("limit", limit)
                .map(PostgresStations::read)
                .all();
    }

    @Override
    public Mono<Boolean> change(StationKey key, StationChange change) {
        BootPolicy policy = change.policy();
        return database.sql(
                        """
                        update stations set
                            policy_status = case when :policy then :status else policy_status end,
                            policy_interval_seconds =
                                case when :policy then :interval else policy_interval_seconds end,
                            policy_reason = case when :policy then :reason else policy_reason end,
                            notes = coalesce(:notes, notes),
                            location_id = nullif(coalesce(:location, location_id), '')
                        where tenant = :tenant and station_id = :station
                        """)
                .bind("policy", policy != null)
                .bind(
                        "status",
                        nullable(policy == null ? null : policy.status().wireName(), String.class))
                .bind("interval", nullable(policy == null ? null : seconds(policy), Integer.class))
                .bind("reason", nullable(policy == null ? null : policy.reason(), String.class))
                .bind("notes", nullable(change.notes(), String.class))
                .bind("location", nullable(change.locationId(), String.class))
                .bind("tenant", key.tenant())
                .bind("station", key.stationId())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> booted(Map<StationKey, BootInfo> boots) {
        Set<StationKey> keys = boots.keySet();
        Collection<BootInfo> infos = boots.values();
        return database.sql(
                        """
                        update stations set vendor_name = vendor, model = told.model,
                            serial_number = serial, firmware_version = firmware,
                            iccid = told.iccid, imsi = told.imsi, ocpp_version = version,
                            boot_reason = reason, boot_at = at,
                            boot_status = status, boot_status_since = since
                        from unnest(:tenants, :stations, :vendors, :models, :serials, :firmwares,
                            :iccids, :imsis, :versions, :reasons, :times, :statuses, :sinces)
                            as told (tenant, station, vendor, model, serial, firmware,
                                iccid, imsi, version, reason, at, status, since)
                        where stations.tenant = told.tenant and stations.station_id = told.station
                        """)
                .bind("tenants", all(keys, String.class, StationKey::tenant))
                .bind("stations", all(keys, String.class, StationKey::stationId))
                .bind("vendors", hardware(infos, BootInfo.Hardware::vendorName))
                .bind("models", hardware(infos, BootInfo.Hardware::model))
                .bind("serials", hardware(infos, BootInfo.Hardware::serialNumber))
                .bind("firmwares", hardware(infos, BootInfo.Hardware::firmwareVersion))
                .bind("iccids", hardware(infos, BootInfo.Hardware::iccid))
                .bind("imsis", hardware(infos, BootInfo.Hardware::imsi))
                .bind("versions", all(infos, String.class, BootInfo::ocppVersion))
                .bind("reasons", all(infos, String.class, boot -> boot.reason().wireName()))
                .bind("times", all(infos, Instant.class, BootInfo::at))
                .bind("statuses", all(infos, String.class, boot -> boot.status().wireName()))
                .bind("sinces", all(infos, Instant.class, BootInfo::since))
                .then();
    }

    private static @Nullable String[] hardware(
            Collection<BootInfo> boots, Function<BootInfo.Hardware, @Nullable String> part) {
        return all(boots, String.class, boot -> part.apply(boot.hardware()));
    }

    private static @Nullable Integer seconds(BootPolicy policy) {
        Duration interval = policy.interval();
        return interval == null ? null : Math.toIntExact(interval.toSeconds());
    }

    private static StationKey key(Readable row) {
        return new StationKey(
                required(row, "tenant", String.class), required(row, "station_id", String.class));
    }

    private static RegisteredStation read(Readable row) {
        Integer interval = optional(row, "policy_interval_seconds", Integer.class);
        return new RegisteredStation(
                key(row),
                required(row, "security_profile", Integer.class),
                new BootPolicy(
                        constant(row, "policy_status", RegistrationStatusEnum.class),
                        interval == null ? null : Duration.ofSeconds(interval),
                        optional(row, "policy_reason", String.class)),
                optional(row, "notes", String.class),
                new RegisteredStation.Grouping(
                        optional(row, "location_id", String.class),
                        List.of(required(row, "groups", String[].class))),
                required(row, "registered_at", Instant.class),
                boot(row),
                connection(row));
    }

    private static @Nullable BootInfo boot(Readable row) {
        Instant at = optional(row, "boot_at", Instant.class);
        if (at == null) {
            return null;
        }
        return new BootInfo(
                new BootInfo.Hardware(
                        required(row, "vendor_name", String.class),
                        required(row, "model", String.class),
                        optional(row, "serial_number", String.class),
                        optional(row, "firmware_version", String.class),
                        optional(row, "iccid", String.class),
                        optional(row, "imsi", String.class)),
                required(row, "ocpp_version", String.class),
                constant(row, "boot_reason", BootReasonEnum.class),
                at,
                constant(row, "boot_status", RegistrationStatusEnum.class),
                required(row, "boot_status_since", Instant.class));
    }

    private static RegisteredStation.@Nullable Connection connection(Readable row) {
        Boolean online = optional(row, "online", Boolean.class);
        if (online == null) {
            return null;
        }
        return new RegisteredStation.Connection(
                online,
                required(row, "connection_id", String.class),
                optional(row, "connection_version", String.class),
                required(row, "changed_at", Instant.class),
                optional(row, "close_reason", String.class),
                optional(row, "last_seen_at", Instant.class));
    }
}
