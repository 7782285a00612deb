/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusResponse;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Check;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes what a station says of a transaction. One that is over, with nothing of it left to send
 * (E14.FR.03, E14.FR.05), gets no end any more. As long as messages are queued, it is waited for
 * them (F35).
 */
@UseCase("E14")
final class GetTransactionStatusCommand
        implements CommandHandler<GetTransactionStatusRequest, GetTransactionStatusResponse> {

    private final TransactionChecks checks;
    private final UnfinishedTransactions transactions;
    private final Events events;
    private final CheckProperties properties;
    private final Clock clock;

    GetTransactionStatusCommand(
            TransactionChecks checks,
            UnfinishedTransactions transactions,
            Events events,
            CheckProperties properties,
            Clock clock) {
        this.checks = checks;
        this.transactions = transactions;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            GetTransactionStatusRequest request,
            Outcome<GetTransactionStatusResponse> outcome) {
        String id = request.transactionId();
        return id != null && outcome instanceof Outcome.Answered<GetTransactionStatusResponse> told
                ? answered(station, id, told.response())
                : Mono.empty(); // what was not answered is asked again
    }

    private Mono<Void> answered(
            StationKey station, String id, GetTransactionStatusResponse answer) {
        boolean over = Boolean.FALSE.equals(answer.ongoingIndicator()) && !answer.messagesInQueue();
        Instant now = clock.instant();
        Check check =
                new Check(
                        id,
                        now,
                        answer.ongoingIndicator(),
                        answer.messagesInQueue(),
                        now,
                        next(answer, now));
        return checks.answered(station, check)
                .then(Mono.defer(() -> over ? abandon(station, id) : Mono.empty()));
    }

    private @Nullable Instant next(GetTransactionStatusResponse answer, Instant now) {
        if (answer.messagesInQueue()) {
            return now.plus(properties.askAgainAfter());
        }
        return Boolean.TRUE.equals(answer.ongoingIndicator())
                ? now.plus(properties.silentFor())
                : null;
    }

    private Mono<Void> abandon(StationKey station, String id) {
        return transactions
                .over(station, id)
                .flatMap(abandoned -> events.publish(abandoned.station(), abandoned.event()));
    }
}
