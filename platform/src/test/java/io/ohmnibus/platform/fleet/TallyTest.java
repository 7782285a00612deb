/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TallyTest {

    private static Tally tally(long succeeded, long rejected, long offline, long sent) {
        return Tally.of(
                List.of(
                        new Tally.Count(1, StationState.SUCCEEDED, succeeded),
                        new Tally.Count(1, StationState.REJECTED, rejected),
                        new Tally.Count(2, StationState.OFFLINE, offline),
                        new Tally.Count(2, StationState.SENT, sent)));
    }

    @Test
    void moreFailuresThanTheRateAllowsAreTooMany() {
        BigDecimal tenth = new BigDecimal("0.1");
        assertThat(tally(9, 1, 0, 0).exceeds(tenth, 0)).isFalse();
        assertThat(tally(8, 2, 0, 0).exceeds(tenth, 0)).isTrue();
        assertThat(tally(8, 2, 0, 10).exceeds(tenth, 0)).isFalse();
        assertThat(tally(8, 2, 0, 0).exceeds(null, 0)).isFalse();
        assertThat(tally(0, 0, 5, 0).exceeds(BigDecimal.ZERO, 0)).isFalse();
        assertThat(tally(9, 1, 0, 0).exceeds(BigDecimal.ZERO, 0)).isTrue();
    }

    @Test
    void stationsThatAreOfflineDoNotCount() {
        assertThat(tally(9, 2, 9, 0).exceeds(new BigDecimal("0.15"), 0)).isTrue();
    }

    @Test
    void whatWasForgivenDoesNotCountAgain() {
        BigDecimal tenth = new BigDecimal("0.1");
        assertThat(tally(8, 2, 0, 0).exceeds(tenth, 2)).isFalse();
        assertThat(tally(6, 4, 0, 0).exceeds(tenth, 2)).isTrue();
    }
}
