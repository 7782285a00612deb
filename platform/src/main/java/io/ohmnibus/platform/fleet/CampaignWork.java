/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.store.Binds;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Campaigns as the runner sees them; several instances may look at once. */
final class CampaignWork {

    private final DatabaseClient database;
    private final Sealing sealing;
    private final Clock clock;

    CampaignWork(DatabaseClient database, Sealing sealing, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
    }

    private GenericExecuteSpec of(UUID campaign, String sql) {
        return database.sql(sql).bind("campaign", campaign);
    }

    /** The campaigns that go on, the oldest first. */
    Flux<UUID> running() {
        return database.sql("select id from campaigns where state = 'Running' order by created_at")
                .map(row -> CampaignRows.required(row, "id", UUID.class))
                .all();
    }

    /** Locks a campaign that goes on; empty when another instance has it just now. */
    Mono<StoredCampaign> lock(UUID campaign) {
        return of(
                        campaign,
                        """
                        select * from campaigns where id = :campaign and state = 'Running'
                        for update skip locked
                        """)
                .map(CampaignRows::campaign)
                .one();
    }

    /** The stations of the waves that have begun. */
    Mono<Tally> tally(UUID campaign, int wave) {
        return of(
                        campaign,
                        """
                        select 0 as wave, state, count(*) as stations from campaign_stations
                        where campaign = :campaign and wave <= :wave group by state
                        """)
                .bind("wave", wave)
                .map(CampaignRows::count)
                .all()
                .collectList()
                .map(Tally::of);
    }

    Mono<Void> beginWave(UUID campaign, int wave) {
        return of(
                        campaign,
                        "update campaigns set wave = :wave, wave_began_at = :now where id = :campaign")
                .bind("wave", wave)
                .bind("now", clock.instant())
                .then();
    }

    Mono<Void> halt(UUID campaign, String reason) {
        return of(
                        campaign,
                        "update campaigns set state = 'Halted', reason = :reason where id = :campaign")
                .bind("reason", reason)
                .then();
    }

    Mono<Void> complete(UUID campaign) {
        return of(
                        campaign,
                        """
                        update campaigns set state = 'Completed', ended_at = :now,
                          sealed_request = null where id = :campaign
                        """)
                .bind("now", clock.instant())
                .then();
    }

    /** The whole request of a campaign that goes on. */
    Mono<byte[]> request(UUID campaign) {
        return of(campaign, "select request, sealed_request from campaigns where id = :campaign")
                .map(row -> request(row, campaign))
                .one();
    }

    private byte[] request(Readable row, UUID campaign) {
        byte[] sealed = row.get("sealed_request", byte[].class);
        return sealed == null
                ? CampaignRows.required(row, "request", Json.class)
                        .asString()
                        .getBytes(StandardCharsets.UTF_8)
                : sealing.open(sealed, campaign.toString());
    }

    /** Some of the stations whose turn it is. */
    Mono<List<String>> due(UUID campaign, int limit) {
        return of(
                        campaign,
                        """
                        select s.station_id from campaigns c
                        join campaign_stations s on s.campaign = c.id and s.wave <= c.wave
                        where c.id = :campaign and c.state = 'Running' and s.state = 'Planned'
                        order by s.wave, s.station_id limit :limit
                        """)
                .bind("limit", limit)
                .map(row -> CampaignRows.required(row, "station_id", String.class))
                .all()
                .collectList();
    }

    /**
     * Takes a station for the transaction that sends to it: false when another instance does, or
     * the campaign does not go on. Nobody stops the campaign before the end of the transaction.
     */
    Mono<Boolean> take(UUID campaign, String station) {
        return of(
                        campaign,
                        """
                        select s.station_id from campaign_stations s
                        join campaigns c on c.id = s.campaign
                        where s.campaign = :campaign and s.station_id = :station
                          and s.state = 'Planned' and c.state = 'Running'
                        for update of s skip locked for share of c
                        """)
                .bind("station", station)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    Mono<Void> sent(UUID campaign, String station, UUID command) {
        return of(
                        campaign,
                        """
                        update campaign_stations set state = 'Sent', command = :command,
                          sent_at = :now
                        where campaign = :campaign and station_id = :station
                        """)
                .bind("station", station)
                .bind("command", command)
                .bind("now", clock.instant())
                .then();
    }

    Mono<Boolean> notSent(UUID campaign, String station, String why) {
        return of(
                        campaign,
                        """
                        update campaign_stations set state = 'NotSent', info = :why, ended_at = :now
                        where campaign = :campaign and station_id = :station and state = 'Planned'
                        """)
                .bind("station", station)
                .bind("why", why)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /**
     * Keeps the outcome of a command, and tells it; empty when it belongs to no campaign. One that
     * was offline when its campaign was cancelled has lost its turn.
     */
    Mono<StationState> ended(UUID command, StationState state, @Nullable String info) {
        GenericExecuteSpec update =
                database.sql(
                                """
                                update campaign_stations s set info = :info, ended_at = :now,
                                  state = case when :state = 'Offline' and c.state = 'Cancelled'
                                    then 'Cancelled' else :state end
                                from campaigns c
                                where c.id = s.campaign and command = :command and s.state = 'Sent'
                                returning s.state
                                """)
                        .bind("command", command)
                        .bind("state", state.text())
                        .bind("now", clock.instant());
        return Binds.bind(update, "info", info, String.class)
                .map(row -> StationState.of(CampaignRows.required(row, "state", String.class)))
                .one();
    }
}
