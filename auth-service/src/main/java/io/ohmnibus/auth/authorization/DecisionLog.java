/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Authorization.Verdict;
import io.ohmnibus.auth.decision.Decision;
import io.ohmnibus.auth.decision.Decisions;
import io.ohmnibus.auth.external.ExternalAuthorizer.Answer;
import io.ohmnibus.ocpp.type.IdToken;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down what was decided, and why. */
@Component
class DecisionLog {

    private static final String KEY_CODE = "KeyCode";

    private final Decisions decisions;
    private final Clock clock;

    DecisionLog(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * A decision about what was presented.
     *
     * @param heldBy the station whose transaction has the token
     */
    record Decided(Presented presented, Verdict verdict, @Nullable String heldBy) {}

    /** Keeps them, in the current transaction. */
    Mono<Void> add(List<Decided> decided) {
        List<Decision> rows = new ArrayList<>(decided.size());
        decided.forEach(one -> rows.add(decision(one)));
        return decisions.add(rows);
    }

    private Decision decision(Decided decided) {
        Presented presented = decided.presented();
        Verdict verdict = decided.verdict();
        IdToken group = verdict.info().groupIdToken();
        return new Decision(
                UUID.randomUUID(),
                presented.station().tenant(),
                presented.station().stationId(),
                clock.instant(),
                presented.asked().purpose().name(),
                shown(presented.idToken()),
                storable(presented.idToken().type()),
                presented.evseId(),
                presented.transactionId(),
                verdict.info().status().wireName(),
                verdict.reason().name(),
                group == null ? null : group.idToken(),
                detail(decided));
    }

    /** Key codes are secrets (C04.FR.04). */
    private static @Nullable String shown(IdToken token) {
        return token.type().equals(KEY_CODE) ? null : storable(token.idToken());
    }

    /** A text column holds everything but NUL (A35). */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static @Nullable String detail(Decided decided) {
        String heldBy = decided.heldBy();
        if (heldBy != null) {
            return heldBy;
        }
        return decided.presented().asked().answer() instanceof Answer.Failed(var reason)
                ? reason
                : null;
    }
}
