/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CrashReportTest {

    private final Verdict verdict = new Verdict();

    @Test
    void passesWhenNothingThatWasLookedForWasFound() {
        verdict.lookFor("lost events");
        assertThat(report().passed()).isTrue();
        assertThat(report().markdown()).contains("# Crash test: passed", "| lost events | 0 |");
    }

    @Test
    void failsWithTheFirstFaultsOfAKind() {
        for (int i = 0; i < 30; i++) {
            verdict.fault("lost events", "event " + i + ".");
        }
        assertThat(report().passed()).isFalse();
        assertThat(report().markdown())
                .contains("# Crash test: FAILED", "| lost events | 30 |", "- event 19.")
                .doesNotContain("- event 20.");
    }

    @Test
    void tellsHowOftenAndHowLongAPartWasAway() {
        assertThat(report().markdown()).contains("| kill -9 kafka | 2 | 3.0 | 9.5 |");
    }

    private CrashReport report() {
        return new CrashReport(
                Map.of("seed", "1"),
                List.of(
                        new Blow(List.of("kafka"), 2_000, 3_000, 4_000),
                        new Blow(List.of("auth", "kafka"), 20_000, 100, 9_500)),
                verdict.figures(),
                verdict.mustBeZero(),
                verdict.faults());
    }
}
