/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import io.ohmnibus.contracts.auth.AuthorizationDecided;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.RecordRows;
import io.ohmnibus.platform.store.Writes;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.Selection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code authorization_decisions}; each is also an {@link AuthorizationDecided}. */
@Component
final class PostgresDecisions implements Decisions {

    private static final RecordRows<Decision> ROWS = RecordRows.of(Decision.class);

    private final DatabaseClient database;
    private final Events events;

    PostgresDecisions(DatabaseClient database, Events events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public Mono<Void> add(List<Decision> decisions) {
        return Writes.later(insert(decisions))
                .thenMany(Flux.fromIterable(decisions).concatMap(this::publish))
                .then();
    }

    private Mono<Void> insert(List<Decision> decisions) {
        return database.sql(
                        """
                        insert into authorization_decisions (%s)
                        select %s from json_populate_recordset(
                          cast(null as authorization_decisions), cast(:rows as json))
                        """
                                .formatted(ROWS.columns(""), ROWS.columns("")))
                .bind("rows", ROWS.write(decisions))
                .then();
    }

    private Mono<Void> publish(Decision decision) {
        return events.publish(
                new StationKey(decision.tenant(), decision.stationId()),
                new AuthorizationDecided(
                        decision.id().toString(),
                        decision.purpose(),
                        decision.idToken(),
                        decision.idTokenType(),
                        decision.evseId(),
                        decision.transactionId(),
                        decision.status(),
                        decision.reason(),
                        decision.groupId(),
                        decision.detail(),
                        decision.decidedAt()));
    }

    @Override
    public Mono<Page<Decision>> list(String tenant, Filter filter, PageRequest page) {
        Selection selection =
                new Selection(
                                "select " + ROWS.columns("") + " from authorization_decisions",
                                tenant)
                        .and("station_id = :station", "station", filter.stationId())
                        .and("lower(id_token) = lower(:token)", "token", filter.idToken())
                        .and("id_token_type = :type", "type", filter.idTokenType())
                        .and("transaction_id = :tx", "tx", filter.transactionId())
                        .and("status = :status", "status", filter.status())
                        .and("reason = :reason", "reason", filter.reason())
                        .and("decided_at >= :from", "from", filter.from())
                        .and("decided_at < :until", "until", filter.until());
        Cursor cursor = page.cursor();
        if (cursor != null) {
            selection
                    .and("(decided_at, id) < (:after, :afterId)", "after", cursor.instant(0))
                    .with("afterId", cursor.uuid(1));
        }
        return selection
                .on(database, "decided_at desc, id desc", page.fetch())
                .map(ROWS::read)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.decidedAt(), row.id())));
    }
}
