/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.retention;

import java.time.Duration;
import java.util.List;

/**
 * What in a service's tables is forgotten when its time is over.
 *
 * @param kept how long it is remembered
 * @param rows tables with the condition that makes their rows old, before the time {@code :before},
 *     such as {@code resets where at < :before}
 */
public record OldRows(Duration kept, List<String> rows) {

    public OldRows {
        rows = List.copyOf(rows);
    }
}
