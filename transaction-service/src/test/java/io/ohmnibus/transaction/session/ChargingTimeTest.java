/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.transaction.session.ChargingTime.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChargingTimeTest {

    private static Moment at(int minute, @Nullable String state) {
        return new Moment(Instant.EPOCH.plus(Duration.ofMinutes(minute)), state);
    }

    @Test
    void addsUpTheTimesInWhichEnergyFlowed() {
        List<Moment> moments =
                List.of(
                        at(0, "EVConnected"),
                        at(5, "Charging"),
                        at(10, null),
                        at(20, "SuspendedEV"),
                        at(30, "Charging"),
                        at(33, "Idle"));
        assertThat(ChargingTime.of(moments)).isEqualTo(Duration.ofMinutes(18));
    }

    @Test
    void countsNothingTwiceWhenTheClockGoesBack() { // pain 12, A33
        List<Moment> moments =
                List.of(at(0, "Charging"), at(10, null), at(4, null), at(12, "Idle"));
        assertThat(ChargingTime.of(moments)).isEqualTo(Duration.ofMinutes(18));
        assertThat(ChargingTime.of(List.of(at(10, "Charging"), at(3, "Idle"))))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void isNothingWithoutAStateOrAnEvent() {
        assertThat(ChargingTime.of(List.of())).isZero();
        assertThat(ChargingTime.of(List.of(at(0, null), at(9, null)))).isZero();
    }
}
