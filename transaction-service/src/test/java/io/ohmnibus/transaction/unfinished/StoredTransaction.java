/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * A row of the table {@code transactions}.
 *
 * @param at when its one event happened and came
 */
record StoredTransaction(
        StationKey station, String id, int evseId, String state, String gaps, Instant at) {

    void insertInto(DatabaseClient database) {
        database.sql(
                        """
                        insert into transactions (tenant, station_id, transaction_id, state,
                          evse_id, started_at, seq_nos, gaps, last_event_at, first_received_at,
                          last_received_at, began_at, ended_received_at, flags)
                        values (:tenant, :station, :id, :state, :evse, :at, '0', :gaps, :at, :at,
                          :at, :at, case when :state = 'Ended' then :at end,
                          array[]::text[])
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("id", id)
                .bind("evse", evseId)
                .bind("state", state)
                .bind("gaps", gaps)
                .bind("at", at)
                .then()
                .block();
    }
}
