/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.transaction.reservation.Reservations.Changed;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements on the table {@code reservations}, and how its rows are read. */
final class ReservationSql {

    private static final String COLUMNS =
            """
            station_id, reservation_id, state, evse_id, connector_type, id_token, id_token_type,
            group_id, group_id_type, expires_at, requested_at, answer, answer_info, cancel_answer,
            ended_at, told, transaction_id
            """;
    private static final String OPEN = "state in ('Requested', 'Active', 'Uncertain')";

    /** What is certain comes before what is asked for, and the newest before the older ones. */
    static final String OPEN_FIRST = OPEN + " desc, state = 'Active' desc, id desc";

    static final String SELECT = "select id, " + COLUMNS + " from reservations";

    static final String INSERT =
            """
            insert into reservations (tenant, station_id, reservation_id, state, evse_id,
              connector_type, id_token, id_token_type, group_id, group_id_type, expires_at,
              requested_at)
            values (:tenant, :station, :reservation, 'Requested', :evse, :connector, :token,
              :tokenType, :groupId, :groupType, :expires, :at)
            """;

    /** Requests for a token are counted one after the other. */
    static final String LOCK_TOKEN = "select pg_advisory_xact_lock(hashtextextended(:token, 40))";

    static final String COUNT =
            """
            select
              exists (select from reservations where tenant = :tenant and station_id = :station
                and reservation_id = :reservation) as used,
              exists (select from reservations where tenant = :tenant and station_id = :station
                and reservation_id = :reservation and %1$s) as replaces,
              (select count(*) from reservations where tenant = :tenant
                and lower(id_token) = :token and %1$s
                and not (station_id = :station and reservation_id = :reservation)) as of_token
            """
                    .formatted(OPEN);

    /** Answers come in the order of the requests. */
    static final String NOTE_ANSWER =
            """
            update reservations set answer = :answer, answer_info = :info
            where id = (select min(id) from reservations where tenant = :tenant
              and station_id = :station and reservation_id = :reservation and answer is null)
            returning id
            """;

    static final String NOTE_CANCEL =
            """
            update reservations set cancel_answer = :answer
            where id = (select id from reservations where tenant = :tenant
              and station_id = :station and reservation_id = :reservation order by %s limit 1)
            """
                    .formatted(OPEN_FIRST);

    private static final String OF_STATION =
            "where tenant = :tenant and station_id = :station and reservation_id = :reservation";

    static final String TURN_REQUESTED = turn("where id = :id and state = 'Requested' for update");

    static final String TURN_BEFORE =
            turn(OF_STATION + " and id < :id and " + OPEN + " for update");

    static final String TURN_OPEN = turn(OF_STATION + " and " + OPEN + " for update");

    static final String TURN_TOLD =
            turn(
                    """
                    %s and (%s or (not told and state in ('Expired', 'Removed')))
                    order by %s limit 1 for update
                    """
                            .formatted(OF_STATION, OPEN, OPEN_FIRST));

    static final String TURN_EXPIRED =
            turn(
                    """
                    where %s and expires_at < :before
                    order by expires_at limit :limit for update skip locked
                    """
                            .formatted(OPEN));

    static final String TURN_USED =
            """
            update reservations r set state = :state, told = :told, ended_at = :at,
              transaction_id = o.transaction
            from (select known.id, known.state, use.transaction
              from unnest(:tenants, :stations, :reservations, :transactions)
                as use (tenant, station, reservation, transaction)
              cross join lateral (select id, state from reservations
                where tenant = use.tenant and station_id = use.station
                  and reservation_id = use.reservation
                  and state not in ('Refused', 'Replaced')
                order by %s limit 1 for update) as known
              where known.state <> 'Used') as o
            where r.id = o.id and :over
            returning r.tenant, o.state as state_before, %s
            """
                    .formatted(OPEN_FIRST, columns());

    private ReservationSql() {}

    private static String turn(String which) {
        return """
        update reservations r set state = :state, told = :told,
          ended_at = case when :over then cast(:at as timestamptz) end
        from (select id, state from reservations %s) as o
        where r.id = o.id returning r.tenant, o.state as state_before, %s
        """
                .formatted(which, columns());
    }

    private static String columns() {
        return "r." + COLUMNS.strip().replaceAll(",\\s+", ", r.");
    }

    static Changed changed(Readable row) {
        Reservation reservation = reservation(row);
        String tenant = text(row, "tenant");
        return new Changed(
                new StationKey(tenant, reservation.stationId()),
                reservation,
                text(row, "state_before"));
    }

    static Reservation reservation(Readable row) {
        return new Reservation(
                text(row, "station_id"),
                required(row.get("reservation_id", Integer.class)),
                text(row, "state"),
                row.get("evse_id", Integer.class),
                row.get("connector_type", String.class),
                text(row, "id_token"),
                text(row, "id_token_type"),
                row.get("group_id", String.class),
                row.get("group_id_type", String.class),
                required(row.get("expires_at", Instant.class)),
                required(row.get("requested_at", Instant.class)),
                row.get("answer", String.class),
                row.get("answer_info", String.class),
                row.get("cancel_answer", String.class),
                row.get("ended_at", Instant.class),
                required(row.get("told", Boolean.class)),
                row.get("transaction_id", String.class));
    }

    private static String text(Readable row, String column) {
        return required(row.get(column, String.class));
    }

    private static <T> T required(@Nullable T column) {
        return Objects.requireNonNull(column, "a reservation is incomplete");
    }
}
