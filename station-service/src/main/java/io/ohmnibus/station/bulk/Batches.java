/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Cuts what is to be stored into parts that one statement takes. */
final class Batches {

    private static final int MOST = 250;

    private Batches() {}

    /** The items in order, in parts in which no id comes twice: the later one finds the first. */
    static <T> List<List<T>> of(List<T> items, Function<T, Object> id) {
        List<List<T>> batches = new ArrayList<>();
        Set<Object> ids = new HashSet<>();
        List<T> batch = new ArrayList<>();
        for (T item : items) {
            if (batch.size() == MOST || !ids.add(id.apply(item))) {
                batches.add(batch);
                batch = new ArrayList<>();
                ids.clear();
                ids.add(id.apply(item));
            }
            batch.add(item);
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
