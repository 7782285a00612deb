/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import io.ohmnibus.platform.web.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events a client wants.
 *
 * @param types all when empty
 * @param stationId of one station only, or null
 */
public record StreamFilter(Set<String> types, @Nullable String stationId) {

    public StreamFilter {
        types = Set.copyOf(types);
    }

    /** What a request says; 400 for types that are not told. */
    public static StreamFilter of(
            @Nullable List<String> types, Set<String> told, @Nullable String stationId) {
        List<String> wanted = types == null ? List.of() : types;
        for (String type : wanted) {
            if (!told.contains(type)) {
                throw Problem.badRequest("type", type + " is not known");
            }
        }
        return new StreamFilter(Set.copyOf(wanted), stationId);
    }
}
