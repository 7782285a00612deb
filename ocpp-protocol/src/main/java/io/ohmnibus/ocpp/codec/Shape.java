/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import tools.jackson.core.JsonParser;

/**
 * What a kind of value looks like in JSON and which values are allowed: reads, checks and writes
 * it. Immutable.
 */
sealed interface Shape
        permits CustomDataShape,
                DecimalShape,
                EnumShape,
                FlagShape,
                IntegerShape,
                ListShape,
                OpenShape,
                RecordPlan,
                TextShape,
                TimeShape {

    /**
     * Reads and checks the value whose first token is the parser's current one; afterwards its last
     * token is.
     *
     * @throws Violation with a path relative to the value
     */
    Object read(JsonParser in);

    /**
     * Checks the value itself; records and lists check what they hold when they write it.
     *
     * @throws Violation with a path relative to the value
     */
    void check(Object value);

    /** Writes a checked value. */
    void write(Object value, Output out);
}
