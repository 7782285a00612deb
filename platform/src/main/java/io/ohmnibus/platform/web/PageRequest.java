/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted: the query parameters {@code cursor} and {@code limit} as an
 * argument of a controller method.
 *
 * @param cursor the sort key after which the part begins, null for the first one
 * @param limit the most items in it, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(@Nullable Cursor cursor, int limit) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /** The limit of the query: one more than asked for tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}
