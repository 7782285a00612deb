/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.group;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresGroups implements Groups {

    private static final String SELECT =
            """
            select g.*, (select count(*) from group_members m
                where m.tenant = g.tenant and m.group_id = g.group_id) as stations
            from groups g where g.tenant = :tenant
            """;

    private final DatabaseClient database;

    PostgresGroups(DatabaseClient database) {
        this.database = database;
    }

    private GenericExecuteSpec of(String tenant, String sql) {
        return database.sql(sql).bind("tenant", tenant);
    }

    private static Mono<Boolean> any(GenericExecuteSpec change) {
        return change.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> put(String tenant, String groupId, @Nullable String name) {
        return of(
                        tenant,
                        """
                        insert into groups (tenant, group_id, name) values (:tenant, :group, :name)
                        on conflict (tenant, group_id) do update set name = excluded.name
                        returning xmax = 0 as fresh
                        """)
                .bind("group", groupId)
                .bind("name", nullable(name, String.class))
                .map(row -> required(row, "fresh", Boolean.class))
                .one();
    }

    @Override
    public Mono<Group> find(String tenant, String groupId) {
        return of(tenant, SELECT + "and g.group_id = :group")
                .bind("group", groupId)
                .map(PostgresGroups::read)
                .one();
    }

    @Override
    public Flux<Group> list(String tenant, @Nullable String after, int limit) {
        return of(
                        tenant,
                        SELECT
                                + """
                                and (cast(:after as text) is null or g.group_id > :after)
                                order by g.group_id limit :limit
                                """)
                .bind("after", nullable(after, String.class))
                .bind("limit", limit)
                .map(PostgresGroups::read)
                .all();
    }

    @Override
    public Mono<Boolean> remove(String tenant, String groupId) {
        return any(
                of(tenant, "delete from groups where tenant = :tenant and group_id = :group")
                        .bind("group", groupId));
    }

    @Override
    public Mono<Void> join(StationKey station, String groupId) {
        return of(
                        station.tenant(),
                        """
                        insert into group_members (tenant, group_id, station_id)
                        values (:tenant, :group, :station) on conflict do nothing
                        """)
                .bind("group", groupId)
                .bind("station", station.stationId())
                .then();
    }

    @Override
    public Mono<Void> assign(String tenant, Map<String, List<String>> groupsByStation) {
        List<Member> members =
                groupsByStation.entrySet().stream()
                        .flatMap(one ->
                                one.getValue().stream()
                                        .map(group -> new Member(one.getKey(), group)))
                        .toList();
        return of(
                        tenant,
                        """
                        with wanted as (select * from unnest(:members, :groups) as w (station, grp)),
                        gone as (delete from group_members where tenant = :tenant
                            and station_id = any(:stations)
                            and (station_id, group_id) not in (select station, grp from wanted))
                        insert into group_members (tenant, group_id, station_id)
                        select :tenant, grp, station from wanted
                        on conflict do nothing
                        """)
                .bind("stations", groupsByStation.keySet().toArray(String[]::new))
                .bind("members", all(members, String.class, Member::stationId))
                .bind("groups", all(members, String.class, Member::groupId))
                .then();
    }

    private record Member(String stationId, String groupId) {}

    @Override
    public Mono<Void> put(String tenant, Collection<Named> groups) {
        return of(
                        tenant,
                        """
                        insert into groups (tenant, group_id, name)
                        select :tenant, id, name from unnest(:ids, :names) as g (id, name)
                        on conflict (tenant, group_id) do update set name = excluded.name
                        """)
                .bind("ids", all(groups, String.class, Named::groupId))
                .bind("names", all(groups, String.class, Named::name))
                .then();
    }

    @Override
    public Mono<List<String>> unknown(String tenant, List<String> groupIds) {
        return of(
                        tenant,
                        """
                        select g from unnest(:groups) as g where not exists
                            (select from groups where tenant = :tenant and group_id = g)
                        """)
                .bind("groups", groupIds.toArray(String[]::new))
                .map(row -> required(row, "g", String.class))
                .all()
                .collectList();
    }

    @Override
    public Mono<Boolean> leave(StationKey station, String groupId) {
        return any(
                of(
                                station.tenant(),
                                """
                                delete from group_members where tenant = :tenant
                                and group_id = :group and station_id = :station
                                """)
                        .bind("group", groupId)
                        .bind("station", station.stationId()));
    }

    private static Group read(Readable row) {
        return new Group(
                required(row, "group_id", String.class),
                optional(row, "name", String.class),
                required(row, "stations", Long.class));
    }
}
