/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.platform.web.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an outage does not count against the operator.
 *
 * @param evseId 0 for the whole station
 * @param declaredBy who said so
 */
record ExcludedPeriod(
        long id,
        int evseId,
        Cause cause,
        Period period,
        @Nullable String note,
        Instant declaredAt,
        String declaredBy) {

    /** Why it does not count: what the operator planned, or could not help. */
    enum Cause {
        PLANNED_MAINTENANCE("PlannedMaintenance"),
        UTILITY_INTERRUPTION("UtilityInterruption"),
        VEHICLE_FAULT("VehicleFault"),
        VANDALISM("Vandalism"),
        NATURAL_DISASTER("NaturalDisaster"),
        OUTSIDE_OPENING_HOURS("OutsideOpeningHours");

        private final String text;

        Cause(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** The cause of that name, or 400. */
        static Cause read(@Nullable String text) {
            return Arrays.stream(values())
                    .filter(cause -> cause.text.equals(text))
                    .findFirst()
                    .orElseThrow(() -> Problem.badRequest("cause", "is one of " + names()));
        }

        private static String names() {
            return Arrays.stream(values()).map(Cause::text).collect(Collectors.joining(", "));
        }
    }

    boolean covers(int evse) {
        return evseId == 0 || evseId == evse;
    }
}
