/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import static io.ohmnibus.transaction.unfinished.FakeTransactionChecks.KEY;
import static io.ohmnibus.transaction.unfinished.FakeTransactionChecks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusResponse;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Check;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class GetTransactionStatusCommandTest {

    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration SILENT = Duration.ofHours(1);

    private final FakeTransactionChecks checks = new FakeTransactionChecks();
    private final List<Object> published = new ArrayList<>();
    private final GetTransactionStatusCommand command =
            new GetTransactionStatusCommand(
                    checks,
                    new FakeUnfinishedTransactions(),
                    (_, event) -> Mono.fromRunnable(() -> published.add(event)),
                    new CheckProperties(SILENT, AGAIN, AGAIN, true),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    private void answered(@Nullable String id, @Nullable Boolean ongoing, boolean queue) {
        var answer = new GetTransactionStatusResponse(ongoing, queue, null);
        command.completed(
                        KEY,
                        new GetTransactionStatusRequest(id, null),
                        new Outcome.Answered<>(answer))
                .block();
    }

    private static Check check(boolean ongoing, boolean queue, @Nullable Instant next) {
        return new Check("tx", NOW, ongoing, queue, NOW, next);
    }

    @Test
    @Requirement({"E14.FR.01", "E14.FR.03", "E14.FR.05"})
    void whatIsOverAndToldWholeIsNotWaitedFor() {
        answered("tx", false, false);
        assertThat(checks.answers).containsExactly(check(false, false, null));
        assertThat(published).containsExactly(FakeUnfinishedTransactions.told("tx"));
    }

    @Test // F35
    @Requirement({"E14.FR.02", "E14.FR.04"})
    void whatGoesOnOrIsQueuedIsWaitedForAndAskedAboutAgain() {
        answered("tx", false, true);
        answered("tx", true, true);
        answered("tx", true, false);
        assertThat(checks.answers)
                .containsExactly(
                        check(false, true, NOW.plus(AGAIN)),
                        check(true, true, NOW.plus(AGAIN)),
                        check(true, false, NOW.plus(SILENT)));
        assertThat(published).isEmpty();
    }

    @Test
    @Requirement("E14.FR.06")
    void whatIsNotAboutATransactionTellsNothingOfOne() {
        answered(null, null, false);
        command.completed(KEY, new GetTransactionStatusRequest("tx", null), new Outcome.Offline<>())
                .block();
        assertThat(checks.answers).isEmpty();
        assertThat(published).isEmpty();
    }
}
