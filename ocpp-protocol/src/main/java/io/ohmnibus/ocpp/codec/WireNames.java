/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a value by its name in a buffer, without making a string of it. */
final class WireNames<T> {

    private final @Nullable String[] names;
    private final @Nullable Object[] values;
    private final int mask;

    WireNames(Map<String, T> byName) {
        int slots = Integer.highestOneBit(Math.max(byName.size(), 1)) << 2;
        this.names = new @Nullable String[slots];
        this.values = new @Nullable Object[slots];
        this.mask = slots - 1;
        byName.forEach(this::add);
    }

    private void add(String name, T value) {
        int slot = spread(name.hashCode()) & mask;
        while (names[slot] != null) {
            slot = (slot + 1) & mask;
        }
        names[slot] = name;
        values[slot] = value;
    }

    @SuppressWarnings("unchecked")
    @Nullable T find(char[] text, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = spread(hash) & mask;
        for (String name = names[slot]; name != null; name = names[slot]) {
            if (equal(name, text, offset, length)) {
                return (T) values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    private static boolean equal(String name, char[] text, int offset, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != text[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
