/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Compares how commands ended with what stations saw of them. */
final class CommandCheck {

    private final Rows rows;
    private final Deliveries deliveries;
    private final Verdict verdict;

    CommandCheck(Rows rows, Deliveries deliveries, Verdict verdict) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.verdict = verdict;
    }

    void run() {
        String doubled = "commands that a station got more than once";
        String open = "commands without an outcome";
        String imagined = "commands with an answer that no station gave";
        verdict.lookFor(doubled);
        verdict.lookFor(open);
        verdict.lookFor(imagined);
        Map<String, String> statuses = new HashMap<>();
        rows.each(
                "select id::text, status from station.commands where action = 'DataTransfer'",
                row -> statuses.put(row.getString(1), row.getString(2)));
        deliveries.doubled().forEach(name -> verdict.fault(doubled, name));
        Map<String, String> taken = deliveries.taken();
        Map<String, Long> ends = new TreeMap<>();
        taken.forEach((id, name) -> {
            String status = statuses.getOrDefault(id, "missing");
            ends.merge(status, 1L, Long::sum);
            if ("Pending".equals(status) || "missing".equals(status)) {
                verdict.fault(open, name + " " + status);
            }
            if ("Answered".equals(status) && !deliveries.wasSeen(name)) {
                verdict.fault(imagined, name);
            }
        });
        verdict.figure("commands that the platform took", taken.size());
        verdict.figure("commands that stations got", deliveries.seen());
        ends.forEach((status, count) -> verdict.figure("commands that ended as " + status, count));
    }
}
