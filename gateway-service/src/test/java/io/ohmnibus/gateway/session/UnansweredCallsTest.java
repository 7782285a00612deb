/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UnansweredCallsTest {

    private static final Duration USUAL = Duration.ofSeconds(30);

    private final Treatment treatment =
            new Treatment(USUAL, Duration.ZERO, USUAL, 3, true, Map.of());
    private final UnansweredCalls calls = new UnansweredCalls();

    @Test // F28
    void waitsLongerForAStationThatAnsweredTooLate() {
        assertThat(calls.limit(treatment)).isEqualTo(USUAL);
        calls.waited("a", USUAL.plusSeconds(5), treatment);
        assertThat(calls.limit(treatment)).isEqualTo(USUAL);
        calls.answeredLate("a");
        assertThat(calls.limit(treatment))
                .isBetween(USUAL.plusSeconds(5).multipliedBy(2), USUAL.multipliedBy(3));
        calls.waited("b", USUAL.multipliedBy(9), treatment);
        calls.answeredLate("b");
        assertThat(calls.limit(treatment)).isEqualTo(USUAL.multipliedBy(4));
    }

    @Test
    void learnsNothingFromAnAnswerToWhatIsLongForgotten() {
        calls.waited("a", USUAL, treatment);
        calls.answeredLate("z");
        assertThat(calls.limit(treatment)).isEqualTo(USUAL);
    }

    @Test // pain 23
    void seesAStationThatIsHalfDeadButNotOneThatIsLate() {
        assertThat(calls.waited("a", USUAL, treatment)).isFalse();
        assertThat(calls.waited("b", USUAL, treatment)).isFalse();
        calls.answeredLate("b");
        assertThat(calls.waited("c", USUAL, treatment)).isFalse();
        assertThat(calls.waited("d", USUAL, treatment)).isFalse();
        assertThat(calls.waited("e", USUAL, treatment)).isTrue();
    }
}
