/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.DecisionLog.Decided;
import io.ohmnibus.auth.decision.Reason;
import io.ohmnibus.auth.decision.WrongTokens;
import io.ohmnibus.auth.decision.WrongTokens.Place;
import io.ohmnibus.auth.security.OwnSecurityEvents;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps anybody from trying tokens until one fits (A35, C04.FR.06): where too many that nobody
 * knows were presented, all of their type are refused for a while, the right ones too.
 */
@Component
class Guesses {

    private final WrongTokens wrong;
    private final OwnSecurityEvents events;

    Guesses(WrongTokens wrong, OwnSecurityEvents events) {
        this.wrong = wrong;
        this.events = events;
    }

    /** The same decisions, but for those that are refused; in the current transaction. */
    Mono<List<Decided>> refuse(List<Decided> decided) {
        return wrong.locked(decided.stream().map(Guesses::place).toList())
                .flatMap(locked -> {
                    List<Decided> ruled = decided.stream().map(one -> ruled(one, locked)).toList();
                    return wrong.count(
                                    ruled.stream()
                                            .filter(one -> isWrong(one))
                                            .map(Guesses::place)
                                            .toList())
                            .flatMapMany(Flux::fromIterable)
                            .concatMap(this::tell)
                            .then(Mono.just(ruled));
                });
    }

    private static boolean isWrong(Decided decided) {
        return decided.verdict().reason() == Reason.Unknown;
    }

    private static Decided ruled(Decided decided, Set<Place> locked) {
        return decided.verdict().reason() != Reason.NoTokenNeeded && locked.contains(place(decided))
                ? new Decided(
                        decided.presented(),
                        new Authorization.Verdict(
                                Authorization.status(AuthorizationStatusEnum.INVALID),
                                Reason.TooManyWrong),
                        null)
                : decided;
    }

    private static Place place(Decided decided) {
        Presented presented = decided.presented();
        return new Place(presented.station(), presented.idToken().type().replace('\0', '\uFFFD'));
    }

    private Mono<Void> tell(Place place) {
        return events.add(
                place.station(),
                OwnSecurityEvents.WRONG_TOKENS,
                "Tokens of type %s are refused for a while: too many that nobody knows"
                        .formatted(place.type()));
    }
}
