/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides whether a station may come in: by its credentials, and by how often it comes. */
@Component
public final class Admission {

    /** Answers that may wait at one time; what is over that is answered at once. */
    private static final int MAX_DELAYED = 1_000;

    private static final int REMEMBERED = 200_000;

    private final CompactedTable<StationCredentials> credentials;
    private final PasswordCheck passwords;
    private final CertificateCheck certificates;
    private final Allowance handshakes;
    private final LoadingCache<StationKey, Allowance> connects;
    private final FailedAttempts failures;
    private final AtomicInteger delayed = new AtomicInteger();

    Admission(
            CompactedTable<StationCredentials> credentials,
            PasswordCheck passwords,
            CertificateCheck certificates,
            AdmissionProperties limits) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.certificates = certificates;
        int rate = limits.handshakesPerSecond();
        this.handshakes = new Allowance(rate, 2 * rate, System::nanoTime);
        this.failures =
                new FailedAttempts(
                        limits.freeAttempts(), limits.maxAttemptDelay(), System::nanoTime);
        double perSecond = limits.connectsPerMinute() / 60.0;
        Duration full = Duration.ofSeconds((long) (limits.connectBurst() / perSecond) + 1);
        this.connects =
                Caffeine.newBuilder()
                        .expireAfterAccess(full) // then it is as good as new
                        .maximumSize(REMEMBERED)
                        .build(key ->
                                new Allowance(perSecond, limits.connectBurst(), System::nanoTime));
    }

    /** Whether it may come in. */
    public Mono<Decision> check(Knock knock) {
        if (!credentials.ready()) {
            return Mono.just(Decision.refused(Refusal.NOT_READY));
        }
        if (!handshakes.take()) {
            return Mono.just(Decision.refused(Refusal.OVERLOADED));
        }
        Mono<Decision> decision =
                knock.profile() == SecurityProfile.MUTUAL_TLS
                        ? certificates.check(knock)
                        : Mono.just(passwords.check(knock));
        return decision.map(made -> limited(made, knock));
    }

    private Decision limited(Decision decision, Knock knock) {
        return switch (decision) {
            case Decision.Admitted admitted ->
                    connects.get(knock.station()).take()
                            ? admitted
                            : Decision.refused(Refusal.FLAPPING);
            case Decision.Refused(Refusal reason, String detail, _) when reason.guess() -> {
                Duration delay = failures.add(knock.station(), knock.network());
                yield new Decision.Refused(reason, detail, delay);
            }
            case Decision.Refused refused -> refused;
        };
    }

    /** Ends when somebody who is refused may hear it: those who guess too often have to wait. */
    public Mono<Void> untilTold(Decision.Refused refused) {
        if (refused.delay().isZero() || delayed.get() >= MAX_DELAYED) {
            return Mono.empty();
        }
        delayed.incrementAndGet();
        return Mono.delay(refused.delay()).doFinally(signal -> delayed.decrementAndGet()).then();
    }
}
