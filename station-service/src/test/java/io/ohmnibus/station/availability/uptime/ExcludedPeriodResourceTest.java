/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.availability.uptime.ExcludedPeriodResource.NewPeriod;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ExcludedPeriodResourceTest {

    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private static void refused(NewPeriod period, int status) {
        assertThatThrownBy(() -> period.read(NOW, "me"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(status));
    }

    @Test
    void readsWhatIsComplete() {
        ExcludedPeriod period =
                new NewPeriod(null, "PlannedMaintenance", NOW, LATER, null).read(NOW, "me");
        assertThat(period.evseId()).isZero();
        assertThat(period.declaredBy()).isEqualTo("me");
        assertThat(period.covers(3)).isTrue();
    }

    @Test
    void refusesWhatIsNot() {
        refused(new NewPeriod(-1, "Vandalism", NOW, LATER, null), 400);
        refused(new NewPeriod(null, "Laziness", NOW, LATER, null), 400);
        refused(new NewPeriod(null, null, NOW, LATER, null), 400);
        refused(new NewPeriod(null, "Vandalism", LATER, NOW, null), 400);
        refused(new NewPeriod(null, "Vandalism", null, NOW, null), 400);
        refused(new NewPeriod(null, "Vandalism", Instant.EPOCH, NOW, null), 400);
        refused(new NewPeriod(null, "Vandalism", NOW, LATER, "x".repeat(1001)), 400);
    }

    @Test
    void plannedMaintenanceIsNotDeclaredAfterTheFact() {
        Instant before = NOW.minusSeconds(1);
        refused(new NewPeriod(null, "PlannedMaintenance", before, LATER, null), 422);
        assertThat(new NewPeriod(1, "Vandalism", before, LATER, "why").read(NOW, "me").note())
                .isEqualTo("why");
    }
}
