/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.search;

import io.ohmnibus.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stations are looked for; what is left out does not matter.
 *
 * @param online whether they are connected now
 * @param group the id of a group that they are in
 * @param conditions up to ten, all of which hold
 */
record StationSearch(
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String firmware,
        @Nullable Boolean online,
        @Nullable String group,
        @Nullable List<Condition> conditions) {

    private static final int MOST = 10;

    StationSearch {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    List<Condition> all() {
        return conditions == null ? List.of() : conditions;
    }

    /** Itself, or 400. */
    StationSearch checked() {
        if (all().size() > MOST) {
            throw Problem.badRequest("conditions", "are up to " + MOST);
        }
        all().forEach(Condition::check);
        return this;
    }
}
