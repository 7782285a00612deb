/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.memory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep the entries that were used last, and forget the others. */
public final class UsedLast {

    private UsedLast() {}

    /**
     * A map that forgets, when it has too many entries, the one that was read or written longest
     * ago; {@code containsKey} does not count. Safe for several threads.
     */
    public static <K, V> Map<K, V> atMost(int entries) {
        return Collections.synchronizedMap(
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > entries;
                    }
                });
    }
}
