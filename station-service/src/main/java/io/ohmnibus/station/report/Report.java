/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.station.asked.AskedReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of a station's device model, as far as it is there.
 *
 * @param reportBase which base report was asked for; null for others
 * @param selection what a custom report is limited to, as OCPP names it
 * @param solicited whether anybody asked for it
 * @param requestedAt when it was asked for, or when its first part came
 * @param outcome how the station answered when it was asked, or why it did not; null before
 * @param discardedParts parts beyond the limit, counted but not taken
 * @param firstPartAt when the platform got the part that came first; null before it
 * @param lastPartAt null before the first one
 */
record Report(
        int requestId,
        @Nullable String reportBase,
        @Nullable String selection,
        boolean solicited,
        Instant requestedAt,
        @Nullable String outcome,
        @Nullable String outcomeInfo,
        int discardedParts,
        ReportAssembly assembly,
        int variables,
        @Nullable Instant firstPartAt,
        @Nullable Instant lastPartAt)
        implements AskedReport {

    private static final String EMPTY = GenericDeviceModelStatusEnum.EMPTY_RESULT_SET.wireName();

    /** Whether it names every variable that the station has. */
    boolean isWholeInventory() {
        return ReportBaseEnum.FULL_INVENTORY.wireName().equals(reportBase)
                && discardedParts == 0
                && assembly.complete();
    }

    @Override
    public int parts() {
        return assembly.parts();
    }

    /** Where it has nothing to report, no part will come: B08.FR.15. */
    @Override
    public boolean whole() {
        return assembly.received().isEmpty() ? EMPTY.equals(outcome) : assembly.complete();
    }
}
