/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crash test of {@code ./run crash-test}, short (F1, F6, F7, F15, F21, F36). */
@Tag("faults")
final class CrashTestIT {

    @Test
    void nothingBillableIsLostOrCountedTwice(@TempDir Path folder) {
        CrashReport report =
                new CrashTest(1, 20, Duration.ofMinutes(1), folder, System.out::println).run();
        assertThat(report.passed()).as(report.markdown()).isTrue();
    }
}
