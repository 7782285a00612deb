/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.test.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportAssemblyTest {

    @Test
    @Requirement("B07.FR.10")
    void isCompleteWhenAllPartsFromZeroToTheLastAreThere() {
        assertThat(new ReportAssembly(List.of(2, 0, 1, 1), List.of(2)).complete()).isTrue();
        assertThat(new ReportAssembly(List.of(1, 2), List.of(2)).complete()).isFalse();
        assertThat(new ReportAssembly(List.of(0, 1), List.of()).complete()).isFalse();
        assertThat(new ReportAssembly(List.of(), List.of()).complete()).isFalse();
    }

    @Test // A40
    void namesHugeGapsWithoutCountingThem() {
        assertThat(new ReportAssembly(List.of(3, 2_000_000_000), List.of()).missing())
                .containsExactly(
                        new ReportAssembly.Range(0, 2), new ReportAssembly.Range(4, 1_999_999_999));
    }
}
