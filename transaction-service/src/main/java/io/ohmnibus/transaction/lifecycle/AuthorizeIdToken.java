/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.contracts.auth.AuthorizeTransaction;
import io.ohmnibus.contracts.auth.AuthorizeTransaction.Purpose;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.store.Writes;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/**
 * Judges the token of an event, every time there is one: the station may have accepted it by
 * outdated information (E05.FR.01, C12.FR.03). When auth-service does not answer, the event fails
 * and the station sends it again; a token is never accepted because something went wrong.
 */
@Order(200)
@UseCase({"E01", "E02", "E03", "E05", "E07", "C01", "C09"})
final class AuthorizeIdToken implements TransactionEventStep {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** A claim of a transaction that we never heard of counts this long. */
    private static final Duration UNHEARD_OF = Duration.ofMinutes(15);

    private final Queries queries;
    private final Transactions transactions;
    private final Clock clock;

    AuthorizeIdToken(Queries queries, Transactions transactions, Clock clock) {
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Mono<Void> prepare(EventInHand event) {
        IdToken token = event.request().idToken();
        if (token == null) {
            return Mono.empty();
        }
        Station station = event.station();
        return purpose(event.key(), event.request())
                .map(purpose -> question(event.request(), token, purpose))
                .flatMap(question -> authorize(station, event.request(), question))
                .doOnNext(said -> event.judged(said.idTokenInfo()))
                .then();
    }

    /** An event with a token is judged before it is applied: see {@link #prepare}. */
    @Override
    public Mono<Void> apply(List<EventInHand> events) {
        Map<TransactionKey, IdTokenInfo> told = new LinkedHashMap<>();
        for (EventInHand event : events) {
            IdTokenInfo judgement = event.judgement();
            if (judgement != null) {
                told.put(event.key(), judgement); // E01.FR.12, E02.FR.02, E03.FR.02
                event.answer(withIdTokenInfo(event.answer(), judgement));
            } else if (event.request().idToken() != null) {
                return Mono.error(new IllegalStateException("The token was not judged"));
            }
        }
        return told.isEmpty() ? Mono.empty() : Writes.later(transactions.authorized(told));
    }

    /** A transaction that is over, as late messages tell, needs no claim any more (E08, E12). */
    private Mono<Purpose> purpose(TransactionKey key, TransactionEventRequest event) {
        if (new ReceivedEvent(event, clock.instant()).stopsAuthorization()) {
            return Mono.just(Purpose.STOP);
        }
        return transactions
                .find(key)
                .map(state -> state.hasEnded() ? Purpose.STOP : Purpose.CHARGE)
                .defaultIfEmpty(Purpose.CHARGE);
    }

    private static AuthorizeTransaction question(
            TransactionEventRequest event, IdToken token, Purpose purpose) {
        EVSE evse = event.evse();
        return new AuthorizeTransaction(
                event.transactionInfo().transactionId(),
                token,
                evse == null ? null : evse.id(),
                purpose,
                null);
    }

    private Mono<TransactionAuthorization> authorize(
            Station station, TransactionEventRequest event, AuthorizeTransaction question) {
        return ask(station, question)
                .flatMap(said -> {
                    TokenClaim holder = said.heldBy();
                    return holder == null
                            ? Mono.just(said)
                            : isOver(station, event, holder)
                                    .flatMap(over ->
                                            over
                                                    ? ask(station, releasing(question, holder))
                                                    : Mono.just(said));
                });
    }

    /**
     * ConcurrentTx counts only while the other transaction runs, and we know best whether it does.
     */
    private Mono<Boolean> isOver(
            Station station, TransactionEventRequest event, TokenClaim holder) {
        return transactions
                .find(
                        new TransactionKey(
                                station.tenant(), holder.stationId(), holder.transactionId()))
                .map(other ->
                        other.hasEnded()
                                || (holder.stationId().equals(station.id())
                                        && supersedes(event, other)))
                .defaultIfEmpty(holder.since().isBefore(clock.instant().minus(UNHEARD_OF)));
    }

    /** An EVSE has one transaction at a time: the end of the earlier one was lost. */
    private static boolean supersedes(TransactionEventRequest event, TransactionState earlier) {
        EVSE evse = event.evse();
        return event.eventType() == TransactionEventEnum.STARTED
                && evse != null
                && Integer.valueOf(evse.id()).equals(earlier.place().evseId())
                && earlier.lastEventAt().isBefore(event.timestamp());
    }

    private static AuthorizeTransaction releasing(AuthorizeTransaction question, TokenClaim ended) {
        return new AuthorizeTransaction(
                question.transactionId(),
                question.idToken(),
                question.evseId(),
                question.purpose(),
                ended);
    }

    private Mono<TransactionAuthorization> ask(Station station, AuthorizeTransaction question) {
        return queries.ask(
                Service.AUTH, station.key(), question, TransactionAuthorization.class, LIMIT);
    }

    private static TransactionEventResponse withIdTokenInfo(
            TransactionEventResponse answer, IdTokenInfo told) {
        return new TransactionEventResponse(
                answer.totalCost(),
                answer.chargingPriority(),
                told,
                answer.transactionLimit(),
                answer.updatedPersonalMessage(),
                answer.updatedPersonalMessageExtra(),
                answer.customData());
    }
}
