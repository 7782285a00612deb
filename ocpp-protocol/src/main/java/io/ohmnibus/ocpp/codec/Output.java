/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Where a message is being written to, and what has been left out of it so far. */
final class Output {

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int DECIMALS_TOWARDS_STATION = 6;

    private final JsonGenerator json;
    private final boolean pruning;
    private final int maxDecimals;
    private final StringBuilder path = new StringBuilder("$");
    private final List<String> dropped = new ArrayList<>(0);

    Output(JsonGenerator json, Side writer, boolean pruning) {
        this.json = json;
        this.pruning = pruning;
        this.maxDecimals = writer == Side.CSMS ? DECIMALS_TOWARDS_STATION : UNLIMITED;
    }

    JsonGenerator json() {
        return json;
    }

    /** Whether what the version does not know is dropped rather than refused. */
    boolean pruning() {
        return pruning;
    }

    /** Enters a property or element; returns what {@link #leave} needs. */
    int enter(String part) {
        int mark = path.length();
        if (pruning) {
            path.append(part);
        }
        return mark;
    }

    void leave(int mark) {
        path.setLength(mark);
    }

    void dropped(String part) {
        dropped.add(path + part);
    }

    /** The paths that were left out because the version does not know them. */
    List<String> droppedPaths() {
        return dropped;
    }

    /** The decimal as this side may send it: a CSMS sends at most six places (Part 2, 2.1.3). */
    BigDecimal sendable(BigDecimal value) {
        return value.scale() > maxDecimals ? value.setScale(maxDecimals, RoundingMode.DOWN) : value;
    }
}
