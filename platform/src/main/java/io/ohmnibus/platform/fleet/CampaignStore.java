/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.command.CommandRequests;
import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.store.Binds;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.PageRequest;
import io.r2dbc.postgresql.codec.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Campaigns as people make, see and steer them. */
final class CampaignStore {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final DatabaseClient database;
    private final Sealing sealing;
    private final Clock clock;

    CampaignStore(DatabaseClient database, Sealing sealing, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Whose campaign it is, and for which stations. */
    record Order(String tenant, String by, StationSelector selector, List<String> stations) {}

    /** Adds a campaign whose first wave begins; two statements, for one transaction. */
    Mono<UUID> add(Order order, CampaignPlan plan) {
        UUID id = UUID.randomUUID();
        return insert(id, order, plan)
                .then(
                        database.sql(
                                        """
                                        insert into campaign_stations (campaign, station_id, wave, state)
                                        select :id, s.station, s.wave, 'Planned'
                                        from unnest(:stations, :waves) as s (station, wave)
                                        """)
                                .bind("id", id)
                                .bind("stations", order.stations().toArray(String[]::new))
                                .bind("waves", plan.wavesOf(order.stations().size()))
                                .then())
                .thenReturn(id);
    }

    private Mono<Void> insert(UUID id, Order order, CampaignPlan plan) {
        String request = CommandRequests.write(plan.request());
        String shown = CommandRequests.shown(request);
        GenericExecuteSpec insert =
                database.sql(
                                """
                                insert into campaigns (id, tenant, name, action, request,
                                  sealed_request, selector, waves, max_failure_rate, deadline,
                                  wait_when_offline, next_wave_after, created_by, created_at,
                                  stations, state, wave, wave_began_at)
                                values (:id, :tenant, :name, :action, cast(:request as json),
                                  :sealed, :selector, :waves, :rate, :deadline, :wait, :after, :by,
                                  :now, :stations, 'Running', 1, :now)
                                """)
                        .bind("id", id)
                        .bind("tenant", order.tenant())
                        .bind("action", Action.ofRequest(plan.request().getClass()).wireName())
                        .bind("request", shown)
                        .bind("selector", Json.of(BusJson.write(order.selector())))
                        .bind("waves", plan.waves().toArray(Integer[]::new))
                        .bind("deadline", plan.options().deadline().toMillis())
                        .bind("wait", plan.options().waitWhenOffline())
                        .bind("by", order.by())
                        .bind("now", clock.instant())
                        .bind("stations", order.stations().size());
        byte[] sealed =
                shown.equals(request)
                        ? null
                        : sealing.seal(request.getBytes(StandardCharsets.UTF_8), id.toString());
        insert = Binds.bind(insert, "sealed", sealed, byte[].class);
        insert = Binds.bind(insert, "name", plan.name(), String.class);
        insert = Binds.bind(insert, "rate", plan.maxFailureRate(), BigDecimal.class);
        Duration after = plan.nextWaveAfter();
        Long millis = after == null ? null : after.toMillis();
        return Binds.bind(insert, "after", millis, Long.class).then();
    }

    Mono<StoredCampaign> find(String tenant, UUID id) {
        return database.sql("select * from campaigns where tenant = :tenant and id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .map(CampaignRows::campaign)
                .one();
    }

    /** The campaigns of a tenant, the newest first. */
    Mono<List<StoredCampaign>> list(
            String tenant, @Nullable CampaignState state, PageRequest page) {
        Cursor after = page.cursor();
        GenericExecuteSpec select =
                database.sql(
                                """
                                select * from campaigns
                                where tenant = :tenant and (created_at, id) < (:before, :id)
                                  and (cast(:state as text) is null or state = :state)
                                order by created_at desc, id desc limit :limit
                                """)
                        .bind("tenant", tenant)
                        .bind("before", after == null ? NEVER : after.instant(0))
                        .bind("id", after == null ? new UUID(-1, -1) : after.uuid(1))
                        .bind("limit", page.fetch());
        return Binds.bind(select, "state", state == null ? null : state.text(), String.class)
                .map(CampaignRows::campaign)
                .all()
                .collectList();
    }

    /** The stations of each campaign by wave and state. */
    Mono<Map<UUID, List<Tally.Count>>> counts(Collection<UUID> campaigns) {
        return database.sql(
                        """
                        select campaign, wave, state, count(*) as stations from campaign_stations
                        where campaign = any(:ids) group by campaign, wave, state order by wave
                        """)
                .bind("ids", campaigns.toArray(UUID[]::new))
                .map(row ->
                        Map.entry(
                                CampaignRows.required(row, "campaign", UUID.class),
                                CampaignRows.count(row)))
                .all()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The stations of a campaign in the order of their ids. */
    Mono<List<CampaignStation>> stations(
            UUID campaign, @Nullable StationState state, PageRequest page) {
        Cursor after = page.cursor();
        GenericExecuteSpec select =
                database.sql(
                                """
                                select * from campaign_stations
                                where campaign = :campaign and station_id > :after
                                  and (cast(:state as text) is null or state = :state)
                                order by station_id limit :limit
                                """)
                        .bind("campaign", campaign)
                        .bind("after", after == null ? "" : after.text(0))
                        .bind("limit", page.fetch());
        return Binds.bind(select, "state", state == null ? null : state.text(), String.class)
                .map(CampaignRows::station)
                .all()
                .collectList();
    }

    /** From one of these states into another; false when it is in none of them. */
    Mono<Boolean> turn(String tenant, UUID id, List<CampaignState> from, CampaignState to) {
        return database.sql(
                        """
                        update campaigns c set state = :to, reason = null,
                          ended_at = case when :to = 'Cancelled' then cast(:now as timestamptz) end,
                          sealed_request = case when :to <> 'Cancelled' then sealed_request end,
                          forgiven = case when :to = 'Running' then
                            (select count(*) from campaign_stations s where s.campaign = c.id
                              and s.state = any(:failures)) else forgiven end
                        where tenant = :tenant and id = :id and state = any(:from)
                        """)
                .bind("to", to.text())
                .bind("now", clock.instant())
                .bind("failures", failures())
                .bind("tenant", tenant)
                .bind("id", id)
                .bind("from", from.stream().map(CampaignState::text).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Takes the turn from all stations that wait for it. */
    Mono<Void> cancelPlanned(UUID id) {
        return database.sql(
                        """
                        update campaign_stations set state = 'Cancelled', ended_at = :now
                        where campaign = :id and state = 'Planned'
                        """)
                .bind("id", id)
                .bind("now", clock.instant())
                .then();
    }

    /** A command that was sent, and may wait for its station. */
    record Sent(UUID command, String stationId) {}

    /** The commands without outcome, where they may wait for their stations. */
    Flux<Sent> waiting(UUID id) {
        return database.sql(
                        """
                        select s.command, s.station_id from campaigns c
                        join campaign_stations s on s.campaign = c.id and s.state = 'Sent'
                        where c.id = :id and c.wait_when_offline
                        """)
                .bind("id", id)
                .map(row ->
                        new Sent(
                                CampaignRows.required(row, "command", UUID.class),
                                CampaignRows.required(row, "station_id", String.class)))
                .all();
    }

    private static String[] failures() {
        return java.util.Arrays.stream(StationState.values())
                .filter(StationState::failure)
                .map(StationState::text)
                .toArray(String[]::new);
    }
}
