/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code remote_requests}. Clocks of services may differ by some seconds. */
@Component
final class PostgresTriggeredMessages implements TriggeredMessages {

    private final DatabaseClient database;

    PostgresTriggeredMessages(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> came(MessageTriggerEnum kind, List<Came> messages) {
        return database.sql(
                        """
                        update remote_requests r set effect_at = came.at
                        from unnest(:tenants, :stations, :evses, :connectors, :times)
                            as came (tenant, station, evse, connector, at)
                        where r.tenant = came.tenant and r.station_id = came.station
                          and r.effect_at is null and r.action = 'TriggerMessage'
                          and r.message = :kind
                          and r.requested_at > came.at - interval '1 hour'
                          and r.requested_at < came.at + interval '10 seconds'
                          and (r.evse_id is null or r.evse_id = came.evse)
                          and (r.connector_id is null or r.connector_id = came.connector)
                        """)
                .bind("kind", kind.wireName())
                .bind("tenants", all(messages, String.class, came -> came.station().tenant()))
                .bind("stations", all(messages, String.class, came -> came.station().stationId()))
                .bind("evses", all(messages, Integer.class, Came::evseId))
                .bind("connectors", all(messages, Integer.class, Came::connectorId))
                .bind("times", all(messages, Instant.class, Came::at))
                .then();
    }
}
