/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a report are there: parts count from 0 (B07.FR.10, B08.FR.14), come in any order,
 * some twice, some never. Its size depends on the gaps between the parts, not on their numbers.
 *
 * @param received in order, with gaps in between
 * @param last the number of the last part; null as long as it has not come
 */
record ReportAssembly(List<Range> received, @Nullable Integer last) {

    /** Neighbouring sequence numbers, both included. */
    record Range(int from, int to) {}

    ReportAssembly {
        received = List.copyOf(received);
    }

    /** True when the last part and all before it are there. */
    boolean complete() {
        return last != null && missing().isEmpty();
    }

    int parts() {
        return received.stream().mapToInt(range -> range.to() - range.from() + 1).sum();
    }

    /** The parts that must exist because later ones came, and did not come. */
    List<Range> missing() {
        List<Range> gaps = new ArrayList<>();
        int next = 0;
        for (Range range : received) {
            if (range.from() > next) {
                gaps.add(new Range(next, range.from() - 1));
            }
            next = range.to() + 1;
        }
        return List.copyOf(gaps);
    }
}
