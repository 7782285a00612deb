/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.ClearCacheRequest;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.web.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CampaignPlanTest {

    private static CampaignPlan plan(
            List<Integer> waves, @Nullable String rate, @Nullable Duration nextWaveAfter) {
        return new CampaignPlan(
                null,
                new ClearCacheRequest(null),
                waves,
                rate == null ? null : new BigDecimal(rate),
                CommandOptions.DEFAULT,
                nextWaveAfter);
    }

    @Test
    void theLastSizeOfAWaveRepeats() {
        assertThat(plan(List.of(1, 2), null, null).wavesOf(6)).containsExactly(1, 2, 2, 3, 3, 4);
        assertThat(plan(List.of(9), null, null).wavesOf(2)).containsExactly(1, 1);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(plan(List.of(1), "0", null).maxFailureRate()).isZero();
        assertRefused(() -> plan(List.of(), null, null));
        assertRefused(() -> plan(List.of(1, 0), null, null));
        assertRefused(() -> plan(List.of(1), "1.01", null));
        assertRefused(() -> plan(List.of(1), "-0.1", null));
        assertRefused(() -> plan(List.of(1), null, Duration.ZERO));
    }

    @Test
    void aSelectorSaysWhatItMeans() {
        assertRefused(() -> selector(null, null).check());
        assertRefused(() -> selector(null, false).check());
        assertRefused(() -> selector(List.of(), null).check());
        assertRefused(() -> selector(List.of("A"), true).check());
        selector(null, true).check();
        selector(List.of("A"), null).check();
    }

    private static StationSelector selector(@Nullable List<String> ids, @Nullable Boolean all) {
        return new StationSelector(ids, null, null, null, null, null, null, all);
    }

    private static void assertRefused(Runnable made) {
        assertThatThrownBy(made::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
    }
}
