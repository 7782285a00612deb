/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import io.ohmnibus.platform.web.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator knows of an EVSE or a connector.
 *
 * @param name what is written on it, up to 50 characters
 * @param type of a connector as OCPP names it, such as cType2; EVSEs have none
 * @param maxPowerW in watts
 */
public record Description(
        @Nullable String name, @Nullable String type, @Nullable Integer maxPowerW) {

    private static final int MAX_ID = 999;
    private static final int MAX_NAME = 50;
    private static final int MAX_POWER_W = 10_000_000;

    /** Everything that keeps this from being said of that place. */
    public List<Violation> violations(Place place) {
        List<Violation> wrong = new ArrayList<>();
        if (place.evseId() < 1 || place.evseId() > MAX_ID) {
            wrong.add(new Violation("evseId", "is between 1 and " + MAX_ID));
        }
        if (place.connectorId() < 0 || place.connectorId() > MAX_ID) {
            wrong.add(new Violation("connectorId", "is between 1 and " + MAX_ID));
        }
        if (name != null && (name.isBlank() || name.length() > MAX_NAME)) {
            wrong.add(new Violation("name", "has 1 to " + MAX_NAME + " characters"));
        }
        if (type != null && !place.connector()) {
            wrong.add(new Violation("type", "belongs to a connector"));
        } else if (type != null && !type.matches("[A-Za-z0-9-]{1,20}")) {
            wrong.add(new Violation("type", "is a connector type of OCPP, such as cType2"));
        }
        if (maxPowerW != null && (maxPowerW < 1 || maxPowerW > MAX_POWER_W)) {
            wrong.add(new Violation("maxPowerW", "is between 1 and " + MAX_POWER_W));
        }
        return List.copyOf(wrong);
    }
}
