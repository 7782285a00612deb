/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import static io.ohmnibus.platform.store.Binds.all;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MICROS;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.PageRequest;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code commands} of a service. */
final class CommandStore {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DatabaseClient database;
    private final Clock clock;
    private final Sealing sealing;

    CommandStore(DatabaseClient database, Clock clock, Sealing sealing) {
        this.database = database;
        this.clock = clock;
        this.sealing = sealing;
    }

    /** The time, as exact as a row keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }

    Mono<Void> insert(List<StoredCommand> commands) {
        List<String> shown = commands.stream().map(one -> HiddenSecrets.in(one.request())).toList();
        return database.sql(
                        """
                        insert into commands
                          (id, tenant, station_id, action, request, sealed_request, status, requested_by, created_at, deadline)
                        select id, tenant, station, action, cast(request as json),
                            decode(sealed, 'base64'), status, requester, created, deadline
                        from unnest(:ids, :tenants, :stations, :actions, :requests, :sealed,
                            :statuses, :requesters, :created, :deadlines)
                            as c (id, tenant, station, action, request, sealed, status, requester, created, deadline)
                        """)
                .bind("ids", all(commands, UUID.class, StoredCommand::id))
                .bind("tenants", all(commands, String.class, one -> one.station().tenant()))
                .bind("stations", all(commands, String.class, one -> one.station().stationId()))
                .bind("actions", all(commands, String.class, one -> one.action().wireName()))
                .bind("requests", shown.toArray(String[]::new))
                .bind("sealed", sealed(commands, shown))
                .bind("statuses", all(commands, String.class, one -> one.status().text()))
                .bind("requesters", all(commands, String.class, StoredCommand::requestedBy))
                .bind("created", all(commands, Instant.class, StoredCommand::createdAt))
                .bind("deadlines", all(commands, Instant.class, StoredCommand::deadline))
                .then();
    }

    /** The whole requests as base64; null where all of one may be shown. */
    private @Nullable String[] sealed(List<StoredCommand> commands, List<String> shown) {
        @Nullable String[] sealed = new String[shown.size()];
        for (int i = 0; i < sealed.length; i++) {
            StoredCommand command = commands.get(i);
            if (!shown.get(i).equals(command.request())) {
                byte[] whole = command.request().getBytes(UTF_8);
                sealed[i] =
                        Base64.getEncoder()
                                .encodeToString(sealing.seal(whole, command.station().toString()));
            }
        }
        return sealed;
    }

    Mono<StoredCommand> find(String tenant, UUID id) {
        return database.sql("select * from commands where id = :id and tenant = :tenant")
                .bind("id", id)
                .bind("tenant", tenant)
                .map(this::command)
                .one();
    }

    /** The commands of a station, the newest first. */
    Mono<List<StoredCommand>> ofStation(StationKey station, PageRequest page) {
        Cursor after = page.cursor();
        return database.sql(
                        """
                        select * from commands
                        where tenant = :tenant and station_id = :station
                          and (created_at, id) < (:before, :id)
                        order by created_at desc, id desc limit :limit
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind(
                        "before",
                        after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.instant(0))
                .bind("id", after == null ? new UUID(-1, -1) : after.uuid(1))
                .bind("limit", page.fetch())
                .map(this::command)
                .all()
                .collectList();
    }

    /** Locks commands for the transaction that ends them. */
    Flux<StoredCommand> lock(Collection<UUID> ids) {
        return database.sql("select * from commands where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(this::command)
                .all();
    }

    /** Ends commands. */
    Mono<Void> complete(List<StoredCommand> ended) {
        if (ended.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        update commands c set status = e.status, completed_at = e.completed_at,
                            sealed_request = null,
                            response = cast(e.response as json), error = cast(e.error as json)
                        from unnest(:ids, :statuses, :responses, :errors, :completed)
                            as e (id, status, response, error, completed_at)
                        where c.id = e.id
                        """)
                .bind("ids", all(ended, UUID.class, StoredCommand::id))
                .bind("statuses", all(ended, String.class, one -> one.status().text()))
                .bind("responses", all(ended, String.class, StoredCommand::response))
                .bind("errors", all(ended, String.class, StoredCommand::error))
                .bind("completed", all(ended, Instant.class, StoredCommand::completedAt))
                .then();
    }

    /** Remembers that an outcome came after the command had ended; it is not applied. */
    Mono<Void> late(UUID id, CommandStatus outcome) {
        return database.sql("update commands set late_outcome = :outcome where id = :id")
                .bind("id", id)
                .bind("outcome", outcome.text())
                .then();
    }

    /** Commands whose gateway never reported an outcome. */
    Mono<List<UUID>> overdue() {
        return database.sql(
                        "select id from commands where status = 'Pending' and deadline < :now"
                                + " order by deadline limit 100")
                .bind("now", clock.instant().minus(GRACE))
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList();
    }

    private StoredCommand command(Readable row) {
        String action = text(row, "action");
        StationKey station = new StationKey(text(row, "tenant"), text(row, "station_id"));
        return new StoredCommand(
                Objects.requireNonNull(row.get("id", UUID.class)),
                station,
                Action.ofWireName(action).orElseThrow(() -> new IllegalStateException(action)),
                request(row, station),
                CommandStatus.ofText(text(row, "status")),
                json(row, "response"),
                json(row, "error"),
                text(row, "requested_by"),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("deadline", Instant.class)),
                row.get("completed_at", Instant.class));
    }

    /** The whole request while the command is pending; afterwards what may be shown. */
    private String request(Readable row, StationKey station) {
        byte[] sealed = row.get("sealed_request", byte[].class);
        return sealed == null
                ? Objects.requireNonNull(json(row, "request"))
                : new String(sealing.open(sealed, station.toString()), UTF_8);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static @Nullable String json(Readable row, String column) {
        Json json = row.get(column, Json.class);
        return json == null ? null : json.asString();
    }
}
