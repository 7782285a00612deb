/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Which parts of a report are there: parts count from 0 (B07.FR.10), come in any order, some twice,
 * some never. Its size depends on the parts that came, not on the numbers they have.
 */
final class ReportAssembly {

    /** Neighbouring sequence numbers, both included. */
    record Range(int from, int to) {}

    private final TreeSet<Integer> received = new TreeSet<>();
    private final OptionalInt last;

    ReportAssembly(Collection<Integer> seqNos, Collection<Integer> lastSeqNos) {
        received.addAll(seqNos);
        received.addAll(lastSeqNos);
        last = lastSeqNos.stream().mapToInt(Integer::intValue).max();
    }

    /** True when the last part and all before it are there. */
    boolean complete() {
        return last.isPresent() && missing().isEmpty();
    }

    int parts() {
        return received.size();
    }

    /** The parts that must exist because later ones came, and did not come. */
    List<Range> missing() {
        List<Range> gaps = new ArrayList<>();
        int next = 0;
        for (int seqNo : received) {
            if (seqNo > next) {
                gaps.add(new Range(next, seqNo - 1));
            }
            next = seqNo + 1;
        }
        return List.copyOf(gaps);
    }
}
