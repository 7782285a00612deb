/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.station.ClockSkewChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Pain 12, F29: what times in messages tell of a clock, and what they do not. */
final class ClockRecorderTest {

    private static final Duration HOURS = Duration.ofHours(2);
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(1));

    private final FakeClockSkews skews = new FakeClockSkews();
    private final List<Object> events = new ArrayList<>();
    private final ClockRecorder recorder =
            new ClockRecorder(
                    skews,
                    (station, event) -> Mono.fromRunnable(() -> events.add(event)),
                    new ClockProperties(Duration.ofMinutes(1), Duration.ofMinutes(5)));

    private void connectedAt(@Nullable Instant bootedAt, Instant connectedAt) {
        skews.known = new ClockSkews.Known(null, bootedAt, "c1", connectedAt);
    }

    private void read(Instant received, Duration ahead, boolean mayHaveWaited) {
        ReportedTime time = new ReportedTime(received.plus(ahead), received);
        recorder.record(List.of(new Reading(KEY, "c1", time, mayHaveWaited))).block();
    }

    private @Nullable Duration ahead() {
        ClockSkew skew = skews.skews.get(KEY);
        return skew == null ? null : skew.ahead();
    }

    @Test
    void aTimeInTheFutureTellsOfAClockThatIsAheadWhateverTheMessage() {
        connectedAt(NOW, NOW);
        read(NOW, HOURS, true);
        assertThat(ahead()).isEqualTo(HOURS);
        assertThat(events).containsExactly(new ClockSkewChanged(7_200_000, true, NOW));
        assertThat(skews.countBeyond().block()).isEqualTo(1);
    }

    @Test
    void aTimeLongPastTellsNothingWhereTheMessageMayHaveWaited() {
        connectedAt(NOW, NOW.minusSeconds(10));
        read(NOW, HOURS.negated(), true);
        assertThat(ahead()).isNull();

        read(NOW, Duration.ofSeconds(-2), true);
        read(NOW, HOURS.negated(), true);
        assertThat(ahead()).isEqualTo(Duration.ofSeconds(-2));
        assertThat(events).isEmpty();
    }

    @Test
    void aTimeLongPastTellsOfAClockThatIsBehindWhereTheMessageCannotHaveWaited() {
        connectedAt(NOW, NOW);
        read(NOW, HOURS.negated(), false);
        assertThat(ahead()).isEqualTo(HOURS.negated());
        assertThat(events).containsExactly(new ClockSkewChanged(-7_200_000, true, NOW));
    }

    @Test
    void aStationThatHasBeenConnectedForLongHasNothingThatWaits() {
        connectedAt(LONG_AGO, LONG_AGO);
        read(NOW, HOURS.negated(), true);
        assertThat(ahead()).isEqualTo(HOURS.negated());
    }

    @Test
    void aConnectionThatIsNotKnownYetMayBeNew() {
        skews.known = new ClockSkews.Known(null, LONG_AGO, "an older one", LONG_AGO);
        read(NOW, HOURS.negated(), true);
        assertThat(ahead()).isNull();
    }

    @Test
    void aClockThatIsSetWhileConnectedIsWithinTheBoundAgain() {
        connectedAt(LONG_AGO, LONG_AGO);
        read(NOW, HOURS, true);
        read(NOW.plusSeconds(60), Duration.ofSeconds(-1), true);
        assertThat(ahead()).isEqualTo(Duration.ofSeconds(-1));
        assertThat(events)
                .containsExactly(
                        new ClockSkewChanged(7_200_000, true, NOW),
                        new ClockSkewChanged(-1000, false, NOW.plusSeconds(60)));
    }

    @Test
    void afterABootTheClockMayHaveBeenSet() {
        connectedAt(NOW, NOW);
        read(NOW, HOURS, true);
        read(NOW.plusSeconds(1), Duration.ZERO, true);
        assertThat(ahead()).as("that may have waited").isEqualTo(HOURS);

        connectedAt(NOW.plusSeconds(2), NOW.plusSeconds(2));
        read(NOW.plusSeconds(3), Duration.ZERO, true);
        assertThat(ahead()).isEqualTo(Duration.ZERO);
        assertThat(events).hasSize(2);
    }

    @Test
    void whatIsNoNewsIsNotWrittenAgain() {
        connectedAt(LONG_AGO, LONG_AGO);
        read(NOW, HOURS, true);
        read(NOW.plusSeconds(9), HOURS.plusMillis(500), true);
        assertThat(skews.written).isEqualTo(1);
        read(NOW.plus(Duration.ofMinutes(11)), HOURS, true);
        assertThat(skews.written).isEqualTo(2);
        assertThat(events).hasSize(1);
    }

    @Test // A33
    void absurdTimesAreTakenAsFarAsTheyCanBeKept() {
        connectedAt(NOW, NOW);
        recorder.record(List.of(new Reading(KEY, "c1", new ReportedTime(Instant.MAX, NOW), true)))
                .block();
        assertThat(ahead()).isGreaterThan(Duration.ofDays(365 * 1000));
        assertThat(events).hasSize(1);
    }
}
