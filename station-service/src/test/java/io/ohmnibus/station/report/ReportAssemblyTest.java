/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.report.ReportAssembly.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReportAssemblyTest {

    private static ReportAssembly parts(@Nullable Integer last, Range... received) {
        return new ReportAssembly(List.of(received), last);
    }

    @Test
    @Requirement({"B07.FR.10", "B08.FR.14"})
    void isCompleteWhenAllPartsFromZeroToTheLastAreThere() {
        assertThat(parts(2, new Range(0, 2)).complete()).isTrue();
        assertThat(parts(2, new Range(1, 2)).complete()).isFalse();
        assertThat(parts(null, new Range(0, 1)).complete()).isFalse();
        assertThat(parts(null).complete()).isFalse();
    }

    @Test // A40
    void namesHugeGapsWithoutCountingThem() {
        ReportAssembly gaps = parts(null, new Range(3, 3), new Range(2_000_000_000, 2_000_000_000));
        assertThat(gaps.missing()).containsExactly(new Range(0, 2), new Range(4, 1_999_999_999));
        assertThat(gaps.parts()).isEqualTo(2);
    }
}
